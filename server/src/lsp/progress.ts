import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';

/** What takes no longer than this is done before anybody wonders, in milliseconds. */
const PATIENCE = 300;

/** How often the client hears of progress, in milliseconds. */
const INTERVAL = 100;

const numbers = new Intl.NumberFormat('en');

/** Shows how far long work has come, in clients that can show it (LSP 3.17 §Work Done Progress). */
export class Progress {
  readonly #connection: Connection;
  #running = 0;
  #start = 0;
  #last = 0;
  #reporter: Promise<WorkDoneProgressServerReporter | undefined> | undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Does some work; what it shows goes when the work has ended, well or not. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running++ === 0) this.#start = performance.now();
    try {
      return await work();
    } finally {
      if (--this.#running === 0) this.#end();
    }
  }

  /** Says how far the work has come, as “412 of 1,000 files”. */
  files(doing: string, done: number, all: number): void {
    const now = performance.now();
    if (this.#running === 0 || now - this.#start < PATIENCE || now - this.#last < INTERVAL) return;
    this.#last = now;
    const message = `${doing} ${numbers.format(done)} of ${numbers.format(all)} files`;
    this.#reporter ??= this.#begin();
    void this.#reporter.then((reporter) => reporter?.report(message));
  }

  async #begin(): Promise<WorkDoneProgressServerReporter | undefined> {
    try {
      const reporter = await this.#connection.window.createWorkDoneProgress();
      reporter.begin('Warrant');
      return reporter;
    } catch {
      // The client does not want to show it; the work goes on.
      return undefined;
    }
  }

  #end(): void {
    void this.#reporter?.then((reporter) => reporter?.done());
    this.#reporter = undefined;
  }
}
