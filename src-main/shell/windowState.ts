import { type BrowserWindow, type Rectangle, screen } from 'electron';
import { z } from 'zod';
import type { StateFile } from './stateFile.ts';

/** Where a window was, in screen pixels. */
export const windowStateSchema = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int().min(400), height: z.int().min(300) }),
  maximized: z.boolean(),
});
type WindowState = z.infer<typeof windowStateSchema>;
type WindowStateFile = StateFile<typeof windowStateSchema>;

/** The state that a window had, unless it is unreadable or lies on a screen that is gone. */
export function readWindowState(file: WindowStateFile): WindowState | undefined {
  const state = file.read();
  return state && isOnScreen(state.bounds) ? state : undefined;
}

/** Writes the window's state when it closes. */
export function keepWindowState(window: BrowserWindow, file: WindowStateFile): void {
  window.on('close', () => {
    file.write({ bounds: window.getNormalBounds(), maximized: window.isMaximized() });
  });
}

function isOnScreen({ x, y, width, height }: Rectangle): boolean {
  return screen
    .getAllDisplays()
    .some(
      ({ workArea: area }) =>
        x < area.x + area.width && x + width > area.x && y < area.y + area.height && y + height > area.y,
    );
}
