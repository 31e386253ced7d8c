import ElkApi, { type ELK, type ElkNode } from 'elkjs/lib/elk-api';

/**
 * The layout engine, in a worker of its own. Its script is fetched and run as a blob: a webview may not start a worker
 * from an address (VS Code's webview guide, §Using Web Workers).
 */
export class Engine {
  readonly #elk: Promise<ELK>;

  /** @param folder the address of the folder that holds the script */
  constructor(folder: string) {
    this.#elk = start(`${folder.replace(/\/$/, '')}/elk.worker.js`);
    // Who asks for a layout hears of it.
    this.#elk.catch(() => undefined);
  }

  /** Gives the parts of a graph their places. */
  async layout(graph: ElkNode): Promise<ElkNode> {
    const elk = await this.#elk;
    return elk.layout(graph);
  }
}

async function start(address: string): Promise<ELK> {
  const response = await fetch(address);
  if (!response.ok)
    throw new Error(`The layout engine could not be loaded: ${response.statusText}`);
  const script = URL.createObjectURL(
    new Blob([await response.text()], { type: 'text/javascript' }),
  );
  return new ElkApi({ workerFactory: () => new Worker(script) });
}
