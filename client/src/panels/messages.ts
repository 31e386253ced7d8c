/**
 * What the panels and the extension tell each other, and the state that a panel keeps. Types only: the panels run in a
 * world of their own. What arrives in the extension was sent by a script of ours, which its content security policy holds.
 */
import type { MapParams, MapResult } from '../../../server/src/shared/map';
import type {
  MatrixFileParams,
  MatrixLinkParams,
  MatrixParams,
  ProtocolMatrix,
} from '../../../server/src/shared/matrix';
import type { ProtocolElementAt, ProtocolLocation } from '../../../server/src/shared/protocol';

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
  /** That real names are in it, in a sentence without a full stop. */
  readonly realNames?: string;
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
  /** The caret stands elsewhere in a manuscript: in these elements, the innermost first. */
  | { readonly type: 'caret'; readonly elements: readonly ProtocolElementAt[] };

/** What every panel keeps while it is hidden and the window is reloaded. */
export interface AnyPanelState {
  /** The manuscript whose project is shown. */
  readonly uri?: string;
}

/** What the reader of the matrix has chosen to see; the server does the rest. */
export type MatrixChoice = MatrixParams['options'];

/** What the matrix asks for. */
export type MatrixRequest =
  /** The reader has chosen to see something else. */
  | { readonly type: 'choose'; readonly choice: MatrixChoice }
  /** A link is to be made, or taken back. */
  | ({ readonly type: 'link' } & Omit<MatrixLinkParams, 'uri'>)
  /** What was written last is to be taken back. */
  | { readonly type: 'undo' }
  | { readonly type: 'export'; readonly format: MatrixFileParams['format'] };

/** What the matrix keeps. */
export interface MatrixState extends AnyPanelState {
  readonly choice?: MatrixChoice;
  /** What the keyboard is at, by the keys of its row and column. */
  readonly current?: { readonly row: string; readonly column: string };
  readonly scroll?: { readonly top: number; readonly left: number };
}

/** What the reader of the map has chosen to see; the server leaves the rest out. */
export type MapChoice = Omit<MapParams, 'uri'>;

/** What part of a drawing is in sight: where its upper left corner stands in the window, and how large it is drawn. */
export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** What the map keeps. */
export interface MapState extends AnyPanelState {
  readonly choice?: MapChoice;
  /** Whether what the caret stands in is moved into sight. */
  readonly follow?: boolean;
  readonly viewport?: Viewport;
}

/** What the panels say beyond that, by the name of the panel: of its script, and of its view type behind `warrant.`. */
export interface Panels {
  readonly map: {
    readonly toPanel:
      /** A map, and the choice and the manuscript that it belongs to. */
      | ({
          readonly type: 'map';
          readonly uri: string | undefined;
          readonly choice: MapChoice;
        } & MapResult)
      /** The author wants to see a mechanism. */
      | { readonly type: 'focus'; readonly id: string };
    /** The reader has chosen to see something else. */
    readonly fromPanel: { readonly type: 'choose'; readonly choice: MapChoice };
    readonly state: MapState;
  };
  readonly matrix: {
    readonly toPanel:
      /** A matrix, and the manuscript that it belongs to; null where nothing takes part. */
      | {
          readonly type: 'matrix';
          readonly uri: string | undefined;
          readonly matrix: ProtocolMatrix | null;
        }
      /** What has become of something that was asked for, as a sentence. */
      | { readonly type: 'said'; readonly text: string };
    readonly fromPanel: MatrixRequest;
    readonly state: MatrixState;
  };
}

/** The name of a panel. */
export type PanelName = keyof Panels;

/** All that a panel may tell the extension. */
export type FromPanel<Name extends PanelName> = Panels[Name]['fromPanel'] | FromAnyPanel;

/** All that the extension may tell a panel. */
export type ToPanel<Name extends PanelName> = Panels[Name]['toPanel'] | ToAnyPanel;
