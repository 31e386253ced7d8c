import { parentPort, workerData } from 'node:worker_threads';
import { WITHOUT_PAUSE, type ReadPdf } from '../core/ports';

/** What the thread says: that it goes on, and at the end the text of each page, or why there is none. */
export type ThreadMessage =
  | { readonly isReading: true }
  | { readonly pages: readonly string[] }
  | { readonly failure: string };

/** Reads the PDF for which this thread was started. */
export async function answer(readPdf: ReadPdf): Promise<void> {
  const say = (message: ThreadMessage): void => parentPort?.postMessage(message);
  const pace = {
    isDue: () => {
      say({ isReading: true });
      return false;
    },
    pause: WITHOUT_PAUSE.pause,
  };
  try {
    say({ pages: await readPdf(workerData as Uint8Array, pace) });
  } catch (error) {
    say({ failure: error instanceof Error ? error.message : String(error) });
  }
}
