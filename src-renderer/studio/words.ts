import type { LinkState } from '../link/index.ts';
import type { ThemeChoice } from '../ui/index.ts';
import type { Side } from './paneSizes.ts';
import type { PerformanceKind } from './performanceStore.ts';

/** Every text of the window's frame, in one place for translation. */
export const words = {
  title: 'Mimesis Studio',
  workspace: 'Workspace',
  openWorkspace: 'Open another workspace',
  reconnecting: 'The host does not answer. What it has finished is safe; trying again…',
  link: {
    connecting: 'Starting the host',
    connected: 'Connected',
    reconnecting: 'Reconnecting',
  } satisfies Record<LinkState, string>,
  theme: 'Theme',
  themes: { system: 'System', dark: 'Dark', light: 'Light' } satisfies Record<ThemeChoice, string>,
  inspector: 'Right side: clip, face, avatars, capture, takes',
  side: 'Right side',
  sides: {
    inspector: 'Clip',
    /** In the place of the clip's, while a take is open. */
    edits: 'Edits',
    face: 'Face',
    avatars: 'Avatars',
    capture: 'Capture',
    takes: 'Takes',
  } satisfies Record<Side | 'edits', string>,
  avatar: 'Avatar',
  avatarOf: (name: string) => `Avatar moved by ${name}`,
  avatarBroken: {
    message: (reason: string) => `The avatar cannot be shown: ${reason}`,
    remedy: 'The avatar before it stays. Export this one again as a GLB, and add it anew.',
  },
  source: 'What moves the avatar',
  performances: {
    idle: 'Idle',
    sample: 'Sample performance',
    clip: 'Clip',
    take: 'Take',
  } satisfies Record<PerformanceKind, string>,
  phone: (subject: string) => `Live: ${subject}`,
  panes: {
    clips: 'Clips',
    phones: 'Devices',
    calibration: 'Calibration',
    video: 'Video',
    avatar: 'Avatar',
    transport: 'Transport',
  },
  splitters: {
    left: 'Width of the list of clips',
    right: 'Width of the right side',
    phones: 'Height of the phones',
    take: 'Height of the take',
  },
  shortcuts: {
    title: 'Keyboard',
    open: 'Keyboard shortcuts',
    groups: [
      {
        title: 'Window',
        keys: [
          [['F6'], 'Next pane'],
          [['Shift+F6'], 'Previous pane'],
          [['?'], 'This overview'],
        ],
      },
      {
        title: 'List of clips',
        keys: [
          [['ArrowUp', 'ArrowDown'], 'Select a clip'],
          [['PageUp', 'PageDown'], 'A page up or down'],
          [['Home', 'End'], 'First or last clip'],
          [['Enter'], 'Go to its video'],
        ],
      },
      {
        title: 'List of takes',
        keys: [
          [['ArrowUp', 'ArrowDown'], 'Select a take'],
          [['Enter'], 'Open it'],
          [['0', '1', '2', '3', '4', '5'], 'So many stars'],
          [['Delete'], 'Put it into the trash'],
        ],
      },
      {
        title: 'Player',
        keys: [
          [['Space'], 'Play or pause'],
          [['J', 'K', 'L'], 'Backwards, pause, forwards; again for faster'],
          [['ArrowLeft', 'ArrowRight'], 'A frame back or forth'],
          [['Shift+ArrowLeft', 'Shift+ArrowRight'], 'Ten frames back or forth'],
          [['Home', 'End'], 'To the start or the end'],
          [['I', 'O'], 'Set in or out point'],
          [['X'], 'Clear both points'],
        ],
      },
      {
        title: 'Open take, outside of lists',
        keys: [
          [['+', '-'], 'Nearer or farther in time'],
          [['0'], 'The whole take'],
          [['[', ']'], 'To the marker before or behind'],
          [['PageUp', 'PageDown'], 'What is before or behind what is seen'],
        ],
      },
      {
        title: 'Recording',
        keys: [
          [['M'], 'Mark this moment of the take'],
          [['Escape'], 'Cancel the countdown'],
        ],
      },
      {
        title: 'Face, edits, trim and calibration',
        keys: [
          [['Control+Z'], 'Undo what was set'],
          [['Control+Shift+Z'], 'Redo it'],
          [['Alt+ArrowUp', 'Alt+ArrowDown'], 'Apply the edit earlier or later'],
          [['Delete'], 'Remove the edit'],
        ],
      },
      {
        title: 'Avatar',
        keys: [
          [['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'], 'Turn it'],
          [['+', '-'], 'Nearer or farther'],
          [['0', 'Home'], 'As at first'],
        ],
      },
    ],
  },
} as const;
