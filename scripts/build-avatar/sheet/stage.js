// @ts-nocheck Runs in the page, served as it is: the types are in stageTypes of browser.ts.
import * as THREE from 'three';
import { RoomEnvironment } from 'three/addons/environments/RoomEnvironment.js';
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js';
import { MeshoptDecoder } from '/node_modules/meshoptimizer/meshopt_decoder.mjs';

const renderer = new THREE.WebGLRenderer({ antialias: true, preserveDrawingBuffer: true });
renderer.toneMapping = THREE.ACESFilmicToneMapping;
renderer.toneMappingExposure = 1;
document.body.append(renderer.domElement);

const scene = new THREE.Scene();
scene.background = new THREE.Color(0x8d97a5);
const environment = new THREE.PMREMGenerator(renderer).fromScene(new RoomEnvironment(), 0.04).texture;
scene.environment = environment;
scene.environmentIntensity = 0.55;
addLight(0xfff1e0, 2.1, [0.9, 2.3, 2.2]);
addLight(0xdfe8ff, 0.7, [-2, 1.6, 1.5]);
addLight(0xffffff, 1.6, [-0.8, 2.4, -2]);

function addLight(colour, intensity, position) {
  const light = new THREE.DirectionalLight(colour, intensity);
  light.position.set(...position);
  light.target.position.set(0, 1.4, 0);
  scene.add(light, light.target);
}

const gltf = await new GLTFLoader().setMeshoptDecoder(MeshoptDecoder).loadAsync('/avatar.glb');
scene.add(gltf.scene);
const meshes = [];
const bones = new Map();
gltf.scene.traverse((object) => {
  if (object.isBone) bones.set(object.name, object);
  if (!object.isMesh) return;
  object.frustumCulled = false;
  meshes.push(object);
});

const camera = new THREE.PerspectiveCamera(25, 1, 0.05, 20);

/** Renders one picture: morph weights by name, bone rotations as quaternions, and where the camera stands. */
function shoot({ size, morphs = {}, rotations = {}, eye, target, fov = 25 }) {
  for (const mesh of meshes) {
    const dictionary = mesh.morphTargetDictionary;
    if (!dictionary) continue;
    mesh.morphTargetInfluences.fill(0);
    for (const [name, weight] of Object.entries(morphs)) {
      if (name in dictionary) mesh.morphTargetInfluences[dictionary[name]] = weight;
    }
  }
  for (const [name, bone] of bones) bone.quaternion.fromArray(rotations[name] ?? [0, 0, 0, 1]);
  renderer.setPixelRatio(1);
  renderer.setSize(size, size, false);
  camera.fov = fov;
  camera.updateProjectionMatrix();
  camera.position.set(...eye);
  camera.lookAt(...target);
  renderer.render(scene, camera);
  return renderer.domElement;
}

/** A sheet of labelled pictures, as PNG bytes in base64. */
function sheet(shots, columns) {
  const size = shots[0].size;
  const label = 16;
  const canvas = document.createElement('canvas');
  canvas.width = Math.min(columns, shots.length) * size;
  canvas.height = Math.ceil(shots.length / columns) * (size + label);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = '#000';
  pen.font = '12px sans-serif';
  shots.forEach((shot, i) => {
    const [x, y] = [(i % columns) * size, Math.floor(i / columns) * (size + label)];
    pen.drawImage(shoot(shot), x, y);
    pen.fillText(shot.label ?? '', x + 3, y + size + 12);
  });
  return canvas.toDataURL('image/png').split(',')[1];
}

/** The weights' names and the bones' bind positions in the scene, metres. */
function facts() {
  const names = new Set(meshes.flatMap((mesh) => Object.keys(mesh.morphTargetDictionary ?? {})));
  gltf.scene.updateWorldMatrix(true, true);
  const places = [...bones].map(([name, bone]) => [
    name,
    bone.getWorldPosition(new THREE.Vector3()).toArray(),
  ]);
  return { morphs: [...names], bones: Object.fromEntries(places) };
}

globalThis.stage = { sheet, facts };
