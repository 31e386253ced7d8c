import { Worker } from 'node:worker_threads';
import { NoAnswer, type Reading } from './oracle';

/** What a worker answers to a text that is posted to it. */
export type Answer = { readonly reading: Reading } | { readonly error: string };

interface Task {
  readonly text: string;
  readonly resolve: (reading: Reading) => void;
  readonly reject: (error: Error) => void;
}

/** Some texts take Pandoc exponential time. */
const patience = 20_000;

/** Several Pandocs side by side, each in a thread of its own. */
export class PandocPool {
  readonly #script: URL;
  readonly #idle: Worker[] = [];
  readonly #all = new Set<Worker>();
  readonly #waiting: Task[] = [];
  readonly #size: number;

  /** `script` calls `serveAnswers` where it does not run in the main thread. */
  constructor(script: URL, size: number) {
    this.#script = script;
    this.#size = size;
  }

  /**
   * Asks how Pandoc reads a text.
   *
   * @throws {@link NoAnswer}
   */
  ask(text: string): Promise<Reading> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ text, resolve, reject });
      this.#next();
    });
  }

  /** Ends all Pandocs. */
  async close(): Promise<void> {
    this.#waiting.length = 0;
    await Promise.all([...this.#all].map((worker) => worker.terminate()));
  }

  #next(): void {
    if (this.#waiting.length === 0) return;
    const worker = this.#idle.pop() ?? this.#start();
    const task = worker === undefined ? undefined : this.#waiting.shift();
    if (worker !== undefined && task !== undefined) this.#give(worker, task);
  }

  #start(): Worker | undefined {
    if (this.#all.size >= this.#size) return undefined;
    const worker = new Worker(this.#script);
    this.#all.add(worker);
    return worker;
  }

  #give(worker: Worker, { text, resolve, reject }: Task): void {
    const finish = (isAlive: boolean): void => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError);
      if (isAlive) {
        this.#idle.push(worker);
      } else {
        this.#all.delete(worker);
        void worker.terminate();
      }
      this.#next();
    };
    const onMessage = (answer: Answer): void => {
      finish(true);
      if ('reading' in answer) resolve(answer.reading);
      else reject(new NoAnswer(answer.error));
    };
    const onError = (error: Error): void => {
      finish(false);
      reject(new NoAnswer(error.message));
    };
    const timer = setTimeout(() => {
      onError(new Error(`Pandoc took longer than ${patience / 1000} s.`));
    }, patience);
    worker.on('message', onMessage).on('error', onError);
    worker.postMessage(text);
  }
}
