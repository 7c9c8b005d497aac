"""Builds the face AnimSequence of the package that this file lies in. Unreal Engine 5.2 to 5.7.

In the editor (Python Editor Script Plugin):  Tools > Execute Python Script, or in the console:  py "<this file>"
Without Unreal, to see what would be made:    python3 unreal_import.py --dry-run

The curves are MetaHuman's CTRL_expressions_*: one key per video frame that shows a face, at the frame's own time. Running
it again replaces the AnimSequence. Body and hands are in the package as landmarks only; nothing is made of them here.
"""

import argparse
import gzip
import json
import sys
from pathlib import Path

try:
    import unreal
except ImportError:  # outside the editor
    unreal = None

FACE_SKELETON = "/Game/MetaHumans/Common/Face/Face_Archetype_Skeleton"


class ImportProblem(Exception):
    """Something that the person at the editor can mend, in plain words."""


def main(arguments):
    options = read_options(arguments)
    meta, mapping, header, frames = read_package(Path(__file__).resolve().parent)
    times, curves = face_curves(header["layout"]["blendshapes"], frames, mapping)
    target = meta["unreal"]
    asset = "%s/%s" % (target["asset_path"], target["asset_name"])
    print("%s: %d of %d frames show a face, %d curves, %d frames at %d fps" % (
        asset, len(times), len(frames), len(curves), target["number_of_frames"], target["frame_rate"]))
    if options.dry_run:
        print("Dry run: nothing was made.")
    elif not times:
        print("No frame of this clip shows a face, so there is no animation to make.")
    elif unreal is None:
        raise ImportProblem("This is not Unreal's Python. Run it in the editor, or with --dry-run.")
    else:
        build_sequence(target, options.skeleton, times, curves)


def read_options(arguments):
    parser = argparse.ArgumentParser(description="Builds the face AnimSequence of this package.")
    parser.add_argument("--dry-run", action="store_true", help="read and check everything, make nothing")
    parser.add_argument("--skeleton", default=FACE_SKELETON, help="content path of the MetaHuman face skeleton")
    return parser.parse_args(arguments)


# --- The package ------------------------------------------------------------------------------------------------------


def read_package(folder):
    """meta.json, the mapping, and the track's header and frames, each checked to be of the version known here."""
    meta = read_json(folder / "meta.json")
    expect("meta.json", meta, format="mimesis-unreal-package", version=1)
    mapping = read_json(folder / "metahuman_mapping.json")
    expect("metahuman_mapping.json", mapping, version=1)
    track = folder / meta["track"]["file"]
    try:
        with gzip.open(track, "rt", encoding="utf-8") as lines:
            header, *frames = [json.loads(line) for line in lines]
    except (OSError, EOFError, ValueError) as error:
        raise ImportProblem("%s cannot be read (%s). Export the package again." % (track, error))
    expect(track.name, header, format="mimesis-tracking", version="v2")
    if len(frames) != meta["track"]["frames"]["total"]:
        raise ImportProblem("%s is not the track that meta.json describes. Export the package again." % track)
    return meta, mapping, header, frames


def read_json(path):
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ImportProblem("%s cannot be read (%s). Export the package again." % (path, error))


def expect(name, content, **values):
    for key, value in values.items():
        found = content.get(key) if isinstance(content, dict) else None
        if found != value:
            raise ImportProblem("%s has %s %r; this importer knows %r. Export the package again." % (
                name, key, found, value))


# --- The curves -------------------------------------------------------------------------------------------------------


def face_curves(names, frames, mapping):
    """Times in seconds and, per control, its value at each. Frames without a face have no key: Unreal interpolates."""
    with_face = [frame for frame in frames if frame["face"] is not None]
    values = [control_values(dict(zip(names, frame["face"]["blendshapes"])), mapping) for frame in with_face]
    times = [frame["t"] for frame in with_face]
    controls = values[0] if values else {}
    return times, {control: [at_time[control] for at_time in values] for control in controls}


def control_values(coefficients, mapping):
    """One frame's controls, 0..1, from its ARKit coefficients by name."""
    values = {}
    for name, weights in mapping["controls"].items():
        for control, weight in weights.items():
            values[control] = values.get(control, 0.0) + weight * coefficients[name]
    for rule in mapping["rules"]:
        if rule["kind"] != "clamped_ratio":
            raise ImportProblem("metahuman_mapping.json has a rule %r, unknown to this importer." % rule["kind"])
        divisor = coefficients[rule["denominator"]]
        ratio = 0.0 if divisor < rule["zero_below"] else coefficients[rule["numerator"]] / divisor
        values.update((control, ratio) for control in rule["controls"])
    return {control: min(1.0, max(0.0, value)) for control, value in values.items()}


# --- Unreal -----------------------------------------------------------------------------------------------------------


def build_sequence(target, skeleton_path, times, curves):
    skeleton = load_skeleton(skeleton_path)
    sequence = create_sequence(target["asset_path"], target["asset_name"], skeleton)
    controller = sequence.controller
    # One bracket around all edits: without it every key updates the whole sequence.
    controller.open_bracket("Import face curves", False)
    try:
        controller.set_frame_rate(unreal.FrameRate(target["frame_rate"], 1), False)
        controller.set_number_of_frames(unreal.FrameNumber(target["number_of_frames"]), False)
        for name, values in curves.items():
            unreal.AnimationLibrary.add_curve(sequence, name, unreal.RawCurveTrackTypes.RCT_FLOAT, False)
            unreal.AnimationLibrary.add_float_curve_keys(sequence, name, times, values)
    finally:
        controller.close_bracket(False)
    if not unreal.EditorAssetLibrary.save_loaded_asset(sequence, False):
        raise ImportProblem("%s could not be saved. Is it checked out, and the disk writable?" % target["asset_name"])
    print("Made %s/%s." % (target["asset_path"], target["asset_name"]))


def load_skeleton(path):
    if not unreal.EditorAssetLibrary.does_asset_exist(path):
        raise ImportProblem("The face skeleton %s is not in this project. Add a MetaHuman to the project, or give the "
                            "skeleton's path with --skeleton." % path)
    skeleton = unreal.EditorAssetLibrary.load_asset(path)
    if not isinstance(skeleton, unreal.Skeleton):
        raise ImportProblem("%s is not a skeleton. Give the path of the MetaHuman face skeleton." % path)
    return skeleton


def create_sequence(folder, name, skeleton):
    """A new, empty sequence; frame rate and length are safe to set on nothing else. An older one is replaced."""
    path = "%s/%s" % (folder, name)
    if unreal.EditorAssetLibrary.does_asset_exist(path) and not unreal.EditorAssetLibrary.delete_asset(path):
        raise ImportProblem("%s exists and could not be replaced. Close whatever uses it, then run this again." % path)
    factory = unreal.AnimSequenceFactory()
    factory.set_editor_property("target_skeleton", skeleton)
    sequence = unreal.AssetToolsHelpers.get_asset_tools().create_asset(name, folder, unreal.AnimSequence, factory)
    if sequence is None:
        raise ImportProblem("Unreal could not create %s. Its output log says why." % path)
    return sequence


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except ImportProblem as problem:
        if unreal is not None:
            raise  # the editor shows it in red in its log, and a command-line build fails
        sys.exit(str(problem))
