import type { Direction } from './walk';

/** What a key does on the map. */
export type KeyAction =
  | { readonly type: 'walk'; readonly to: Direction }
  | { readonly type: 'first' | 'reveal' | 'fold' | 'focus' | 'fit' }
  | { readonly type: 'zoom'; readonly factor: number };

/** How much larger one step of the zoom is. */
export const ZOOM_STEP = 1.25;

const ACTIONS: Readonly<Record<string, KeyAction>> = {
  ArrowLeft: { type: 'walk', to: 'left' },
  ArrowRight: { type: 'walk', to: 'right' },
  ArrowUp: { type: 'walk', to: 'up' },
  ArrowDown: { type: 'walk', to: 'down' },
  Home: { type: 'first' },
  Enter: { type: 'reveal' },
  ' ': { type: 'fold' },
  f: { type: 'focus' },
  '0': { type: 'fit' },
  '+': { type: 'zoom', factor: ZOOM_STEP },
  '=': { type: 'zoom', factor: ZOOM_STEP },
  '-': { type: 'zoom', factor: 1 / ZOOM_STEP },
};

/** What a key does; keys with Ctrl, Alt or Cmd are VS Code's. */
export function keyAction(event: KeyboardEvent): KeyAction | undefined {
  if (event.ctrlKey || event.altKey || event.metaKey) return undefined;
  return ACTIONS[event.key];
}
