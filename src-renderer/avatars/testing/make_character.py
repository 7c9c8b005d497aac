"""Makes the FBX files that the conversion is tested with: a small character with the names of a CC4 export.

    blender --background --python make_character.py -- OUTPUT_FOLDER

Written for Blender 3.4. Its exporter writes binary FBX 7.4, as Reallusion's does. Not part of the product.
"""

import sys
from pathlib import Path

import bmesh
import bpy
from mathutils import Vector

FOLDER = Path(sys.argv[sys.argv.index("--") + 1])

# Parent and head, Z up; the exporter turns it to Y up.
BONES = {
    "CC_Base_Hip": (None, (0, 0, 1.0)),
    "CC_Base_Spine01": ("CC_Base_Hip", (0, 0, 1.2)),
    "CC_Base_NeckTwist01": ("CC_Base_Spine01", (0, 0, 1.45)),
    "CC_Base_Head": ("CC_Base_NeckTwist01", (0, 0, 1.55)),
    "CC_Base_JawRoot": ("CC_Base_Head", (0, -0.02, 1.57)),
    "CC_Base_L_Eye": ("CC_Base_Head", (0.03, -0.08, 1.65)),
    "CC_Base_R_Eye": ("CC_Base_Head", (-0.03, -0.08, 1.65)),
    "CC_Base_L_Upperarm": ("CC_Base_Spine01", (0.18, 0, 1.4)),
    "CC_Base_L_Forearm": ("CC_Base_L_Upperarm", (0.45, 0, 1.4)),
    "CC_Base_L_Hand": ("CC_Base_L_Forearm", (0.7, 0, 1.4)),
}

BODY_TARGETS = [
    "Jaw_Open", "Eye_Blink_L", "Eye_Blink_R", "Mouth_Smile_L",
    "Mouth_Pucker_Up_L", "V_Open",
]
TONGUE_TARGETS = ["Jaw_Open", "V_Open", "Tongue_Out"]


def armature():
    bpy.ops.object.armature_add(enter_editmode=True)
    rig = bpy.context.object
    rig.name = "RL_BoneRoot"
    bones = rig.data.edit_bones
    bones.remove(bones[0])
    for name, (parent, head) in BONES.items():
        bone = bones.new(name)
        bone.head = Vector(head)
        bone.tail = Vector(head) + Vector((0, 0, 0.05))
        bone.parent = bones[parent] if parent else None
    bpy.ops.object.mode_set(mode="OBJECT")
    return rig


def ball(name, centre, radius, rings, bone, rig):
    mesh = bpy.data.meshes.new(name)
    shape = bmesh.new()
    shape.loops.layers.uv.new()
    bmesh.ops.create_uvsphere(shape, u_segments=rings * 2, v_segments=rings, radius=radius, calc_uvs=True)
    bmesh.ops.translate(shape, verts=shape.verts, vec=centre)
    shape.to_mesh(mesh)
    shape.free()
    for polygon in mesh.polygons:
        polygon.use_smooth = True
    part = bpy.data.objects.new(name, mesh)
    bpy.context.collection.objects.link(part)
    part.vertex_groups.new(name=bone).add(range(len(mesh.vertices)), 1, "REPLACE")
    if rig:
        part.parent = rig
        part.modifiers.new("Armature", "ARMATURE").object = rig
    return part


def targets(part, names):
    part.shape_key_add(name="Basis")
    count = len(part.data.vertices)
    for i, name in enumerate(names):
        key = part.shape_key_add(name=name)
        # Each target moves vertices of its own, by an amount of its own.
        for v in range(i, count, len(names)):
            key.data[v].co.z -= 0.01 * (i + 1)


LIGHT = [0.8, 0.5, 0.4, 1.0]
DARK = [0.2, 0.1, 0.1, 1.0]


def skin(part, is_cut_out=False, file_format="PNG", ending="png", upper=LIGHT):
    image = bpy.data.images.new("skin", 4, 4)
    # From the lowest row up.
    image.pixels = LIGHT * 8 + upper * 8
    image.filepath_raw = str(FOLDER / f"skin.{ending}")
    image.file_format = file_format
    image.save()
    material = bpy.data.materials.new("Std_Skin_Head")
    material.use_nodes = True
    texture = material.node_tree.nodes.new("ShaderNodeTexImage")
    texture.image = image
    surface = material.node_tree.nodes["Principled BSDF"]
    material.node_tree.links.new(surface.inputs["Base Color"], texture.outputs["Color"])
    if is_cut_out:
        material.node_tree.links.new(surface.inputs["Alpha"], texture.outputs["Alpha"])
    part.data.materials.append(material)


def export(name, embed=True):
    bpy.ops.export_scene.fbx(
        filepath=str(FOLDER / name), add_leaf_bones=False, bake_anim=False, use_mesh_modifiers=False,
        path_mode="COPY" if embed else "ABSOLUTE", embed_textures=embed,
    )


def start():
    bpy.ops.wm.read_factory_settings(use_empty=True)


start()
rig = armature()
body = ball("CC_Base_Body", Vector((0, 0, 1.62)), 0.1, 5, "CC_Base_Head", rig)
targets(body, BODY_TARGETS)
skin(body)
tongue = ball("CC_Base_Tongue", Vector((0, -0.05, 1.58)), 0.02, 4, "CC_Base_JawRoot", rig)
targets(tongue, TONGUE_TARGETS)
export("character.fbx")

start()
part = ball("Face", Vector((0, 0, 1.6)), 0.1, 4, "None", None)
targets(part, ["jawOpen"])
skin(part)
export("texture-outside.fbx", embed=False)

start()
ball("Statue", Vector((0, 0, 1)), 0.2, 4, "None", None)
export("without-morphs.fbx")

start()
part = ball("Lashes", Vector((0, 0, 1.6)), 0.1, 4, "None", None)
targets(part, ["eyeBlinkLeft"])
skin(part, is_cut_out=True)
export("cut-out.fbx")

start()
for name, file_format, ending in [
    ("Png", "PNG", "png"),
    ("Targa", "TARGA", "tga"),
    ("Tiff", "TIFF", "tif"),
    # No Photoshop document, but told by its name alone.
    ("Photoshop", "PNG", "psd"),
]:
    part = ball(name, Vector((0, 0, 1.6)), 0.1, 3, "None", None)
    targets(part, ["jawOpen"])
    skin(part, file_format=file_format, ending=ending, upper=DARK)
export("pictures.fbx")
