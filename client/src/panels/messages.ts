/**
 * What the panels and the extension tell each other, and the state that a panel keeps. Types only: the panels run in a
 * world of their own. What arrives in the extension was sent by a script of ours, which its content security policy holds.
 */
import type { ProtocolLocation, ProtocolPosition } from '../../../server/src/shared/protocol';

/** What a file that a panel writes is called and holds. */
export interface PanelFile {
  /** What is proposed as its name, without extension. */
  readonly name: string;
  /** Without the dot. */
  readonly extension: string;
  /** What the format is called in the dialog. */
  readonly format: string;
  readonly content: string;
  /** How the bytes are written in `content`. */
  readonly encoding: 'utf8' | 'base64';
}

/** What every panel may tell the extension. */
export type FromAnyPanel =
  /** The panel listens: it has been opened, or shown again after it was hidden. */
  | { readonly type: 'ready' }
  | { readonly type: 'reveal'; readonly location: ProtocolLocation; readonly focus: boolean }
  | { readonly type: 'save'; readonly file: PanelFile }
  /** Shown in the log. */
  | { readonly type: 'failed'; readonly message: string };

/** What the extension may tell every panel. */
export type ToAnyPanel =
  /** Nothing can be shown, and why, as a sentence. */
  | { readonly type: 'unavailable'; readonly reason: string }
  /** The caret stands elsewhere in a manuscript. */
  | { readonly type: 'cursor'; readonly uri: string; readonly position: ProtocolPosition };

/** What every panel keeps while it is hidden and the window is reloaded. */
export interface AnyPanelState {
  /** The manuscript whose project is shown. */
  readonly uri?: string;
}

/** What the panels say beyond that, by the name of the panel: of its script, and of its view type behind `warrant.`. */
export interface Panels {
  readonly map: {
    readonly toPanel: ToAnyPanel;
    readonly fromPanel: FromAnyPanel;
    readonly state: AnyPanelState;
  };
}

/** The name of a panel. */
export type PanelName = keyof Panels;
