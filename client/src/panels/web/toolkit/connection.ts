import type { FromPanel, PanelName, Panels, ToPanel } from '../../messages';

/** What VS Code gives to a webview (VS Code API §Webview, `acquireVsCodeApi`). */
interface WebviewApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): WebviewApi;

/** How a panel speaks to the extension, and what it keeps while it is hidden and when the window is loaded anew. */
export class Connection<Name extends PanelName> {
  readonly #api = acquireVsCodeApi();

  /** Tells the extension something. */
  send(message: FromPanel<Name>): void {
    this.#api.postMessage(message);
  }

  /** Hears what the extension says, and tells it that the panel listens. */
  listen(hear: (message: ToPanel<Name>) => void): void {
    window.addEventListener('message', ({ data }: MessageEvent<ToPanel<Name>>) => {
      hear(data);
    });
    window.addEventListener('error', ({ message }) => this.send({ type: 'failed', message }));
    window.addEventListener('unhandledrejection', ({ reason }) =>
      this.send({ type: 'failed', message: String(reason) }),
    );
    this.send({ type: 'ready' });
  }

  /** What was kept; an earlier version may have kept something else. */
  get state(): Partial<Panels[Name]['state']> {
    const state = this.#api.getState();
    return typeof state === 'object' && state !== null ? state : {};
  }

  /** Keeps something besides what is kept already. */
  keep(state: Partial<Panels[Name]['state']>): void {
    this.#api.setState({ ...this.state, ...state });
  }
}

/** The element that a panel fills, and the address of the folder that its scripts stand in. */
export function panelRoot(): { readonly element: HTMLElement; readonly folder: string } {
  const element = document.getElementById('panel');
  if (!element) throw new Error('The document has no element for the panel.');
  return { element, folder: element.dataset['folder'] ?? '' };
}
