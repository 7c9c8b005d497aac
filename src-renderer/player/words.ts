import type { ChannelName } from '#shared/body/index.ts';
import type { JobStatus } from '#shared/contract/index.ts';

const channels: Readonly<Record<ChannelName, string>> = {
  pose: 'Body',
  left_hand: 'Left hand',
  right_hand: 'Right hand',
  face: 'Face',
};

const missingAdvice: Readonly<Record<ChannelName, string>> = {
  pose: 'Check that head and shoulders are in the picture in the parts where the lane is empty.',
  left_hand: 'Right for a sign of one hand. Otherwise the hand may be blurred, hidden or out of the picture.',
  right_hand:
    'Right for a sign of one hand. Otherwise the hand may be blurred, hidden or out of the picture.',
  face: 'The face may be hidden, turned away or too small. Body and hands are not affected.',
};

/** Every text of the player, in one place for translation. */
export const words = {
  channels,
  stage: {
    title: 'Video',
    nothing: { title: 'No clip is open', hint: 'Choose a clip from the list to play it.' },
    opening: 'Opening the clip…',
    notOpened: 'The clip cannot be opened',
    noVideo: 'There is no video to show',
    noVideoHint: 'The file is missing or is no video.',
    figureOnly: 'The video is not there. Only what was tracked is shown.',
    notTracked: {
      queued: 'Not tracked yet: it waits for its turn.',
      processing: 'Being tracked. Landmarks appear here when it is done.',
      done: 'Tracked, but the track is not in the workspace any more. Track the video again.',
      failed: 'Tracking failed; only the video is shown. The inspector says why.',
      missing_file: 'The file was not found when it was to be tracked.',
    } satisfies Record<JobStatus, string>,
    reading: 'Reading the track…',
    preparing: 'Preparing a copy that can be played…',
    notPlayable: 'The video cannot be shown',
  },
  track: {
    missing: 'The track is not in the workspace any more.',
    cut: 'The track is damaged: it cannot be read to its end.',
    again: 'Track the video again.',
  },
  copy: {
    unplayable: 'Neither the video nor the copy made of it can be played here.',
    remedy: 'Convert the video to H.264 in MP4, then add that file.',
  },
  overlay: {
    group: 'Landmarks',
    all: 'Show landmarks',
    channel: (name: ChannelName) => `Show ${channels[name].toLowerCase()}`,
  },
  inspector: {
    title: 'Inspector',
    nothing: { title: 'Nothing to inspect', hint: 'Open a clip to see how well it was tracked.' },
    failed: 'Tracking failed',
    notTracked: 'This clip is not tracked yet.',
    quality: 'Quality',
    score: 'Quality score, 0 to 1',
    parts: {
      hand_visibility: 'Hands seen',
      tracking_stability: 'Stability',
      face_coverage: 'Face seen',
      resolution_factor: 'Resolution',
    },
    weight: (weight: number) => `× ${weight}`,
    issues: 'Worth a look',
    noIssues: 'Nothing stands out.',
    presence: 'Tracked frames',
    jitter: 'Jitter',
    jitterOf: (shoulderWidths: number) => `${(shoulderWidths * 100).toFixed(2)} % of shoulder width`,
    shoulders: 'Shoulder width',
    pixels: (pixels: number) => `${pixels} px`,
    unknown: '–',
    frame: 'This frame',
    index: 'Index',
    time: 'Time',
    seconds: (seconds: number, decimals = 3) => `${seconds.toFixed(decimals)} s`,
    presences: { tracked: 'Tracked', filled: 'Filled in', absent: 'Absent' },
    gated: 'too uncertain',
    clamped: 'held back',
    confidence: (name: ChannelName) => `Confidence: ${channels[name].toLowerCase()}`,
    details: 'Details',
    file: 'File',
    location: 'Location',
    size: 'Size',
    rate: 'Frame rate',
    duration: 'Duration',
    frames: 'Frames',
    codec: 'Codec',
    tracker: 'Tracker',
    models: 'Models',
    pixelSize: (width: number, height: number) => `${width} × ${height}`,
    fps: (fps: number) => `${Number(fps.toFixed(3))} fps`,
  },
  issues: {
    channel: {
      missing: (name: ChannelName, percent: number) => ({
        text: `${channels[name]} missing in ${percent} % of the frames.`,
        advice: missingAdvice[name],
      }),
      filled: (name: ChannelName, percent: number) => ({
        text: `${channels[name]} filled in over short gaps in ${percent} % of the frames.`,
        advice: 'Look at the hatched parts of the lane: what lies there is interpolated, not seen.',
      }),
      gated: (name: ChannelName, percent: number) => ({
        text: `${channels[name]} left out in ${percent} % of the frames, since it was too uncertain.`,
        advice: 'A brighter or sharper recording helps; or track with a lower MIN_CONFIDENCE.',
      }),
      clamped: (name: ChannelName, percent: number) => ({
        text: `${channels[name]} too fast to be true in ${percent} % of the frames, and held back.`,
        advice: 'Step through the fast parts: a jump to another hand or person looks like this.',
      }),
    },
    whole: {
      no_person_found: {
        text: 'Nobody was found in the video.',
        advice: 'Check that a person is in the picture, upright and large enough.',
      },
      face_model_missing: {
        text: 'The face was not tracked: its model is not installed.',
        advice: 'Install the models (mimesis models), then track the video again.',
      },
      unstable: {
        text: 'The landmarks shake.',
        advice: 'More light, less motion blur or a larger person in the picture make them calmer.',
      },
      low_resolution: {
        text: 'The person is small in the picture, so that fingers are hard to tell apart.',
        advice: 'Use the video in its full size, or record closer.',
      },
    },
    damagedFrames: (places: number) => ({
      text: places === 1 ? 'The file is damaged in one place.' : `The file is damaged in ${places} places.`,
      advice: 'Copy the file again from its source; frames there may be wrong or missing.',
    }),
    unknown: (code: string) => ({ text: code, advice: 'This version does not know what that means.' }),
  },
};
