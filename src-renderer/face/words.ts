import type { DetailLevel, FaceDriver, FaceRegion, RigLayer } from '#shared/face/index.ts';

/** Every text of the face panel, in one place for translation. */
export const words = {
  undo: 'Undo',
  redo: 'Redo',
  emotions: 'Emotions',
  pad: 'Emotion pad',
  emotion: (name: string) => EMOTIONS[name] ?? name,
  noEmotion: 'No emotion',
  micro: 'Micro-expressions',
  /** Built-in names are words joined by underscores; a user's own stay as they are. */
  microName: (name: string) => {
    const text = name.replaceAll('_', ' ');
    return text.charAt(0).toUpperCase() + text.slice(1);
  },
  microRate: 'By chance, each minute',
  microOnEmotion: 'When an emotion begins',
  speech: 'Speech',
  speak: 'Say the test line',
  stopSpeaking: 'Stop',
  layers: 'Layers',
  layer: {
    idle: 'Idle',
    tracking: 'Tracking',
    speech: 'Speech',
    emotion: 'Emotion',
    micro: 'Micro-expressions',
    manual: 'By hand',
  } satisfies Record<RigLayer, string>,
  layerWeight: (layer: string) => `Weight of ${layer}`,
  layerLevel: (layer: string) => `What ${layer} does now`,
  owners: 'Who moves what',
  region: {
    brows: 'Brows',
    lids: 'Lids',
    gaze: 'Gaze',
    cheeks_nose: 'Cheeks, nose',
    jaw: 'Jaw',
    mouth: 'Mouth',
    tongue: 'Tongue',
    head: 'Head',
  } satisfies Record<FaceRegion, string>,
  driver: { idle: 'Idle', tracking: 'Tracking', audio: 'Voice', text: 'Text' } satisfies Record<
    FaceDriver,
    string
  >,
  nobody: 'At rest',
  targets: 'Morph targets',
  search: 'Search morph targets',
  onlyMoving: 'Only those at work',
  mirror: 'Set both sides alike',
  release: 'Give all targets back',
  releaseOne: (target: string) => `Give ${target} back`,
  solo: (target: string) => `Show ${target} alone`,
  noTargets: 'No target of this name',
  count: (shown: number, all: number) => (shown === all ? `${all} targets` : `${shown} of ${all} targets`),
  smoothing: 'Smoothing',
  smoothingPreset: 'Smoothing preset',
  ownSmoothing: 'Own',
  calm: 'Calm at rest (Hz)',
  agile: 'Agile in motion',
  presets: 'Presets',
  detail: 'Level of detail',
  detailLevel: 'Most detail',
  level: {
    full: 'All targets',
    high: 'High',
    medium: 'Medium',
    low: 'Low',
    emergency: 'Jaw, lids and lips only',
  } satisfies Record<DetailLevel, string>,
  keepDetail: 'Keep for this avatar',
  automatic: 'Lower it to keep the frame rate',
  targetFps: 'Frames a second',
  now: 'Now',
  figures: {
    fps: 'Frames a second',
    script: 'Script per picture',
    drawCalls: 'Draw calls',
    triangles: 'Triangles',
    textures: 'Textures',
    morphs: 'Morph targets',
    active: 'Targets at work',
    cache: 'Mapping reused',
    loaded: 'Shown after',
  },
};

/** Names of the emotions that come with the product; a user's own have their own. */
const EMOTIONS: Readonly<Record<string, string>> = {
  happy: 'Happy',
  sad: 'Sad',
  angry: 'Angry',
  surprised: 'Surprised',
  fear: 'Fear',
  disgust: 'Disgust',
  contempt: 'Contempt',
};
