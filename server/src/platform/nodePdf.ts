import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ReadPdf } from '../core/ports';
import type { ThreadMessage } from '../pdf/thread';

/** So long a page may take, in milliseconds; a hostile one may take forever. */
const LONGEST_PAGE = 30_000;

/** And all of them; a book of a thousand pages takes a tenth of it. */
const LONGEST_FILE = 120_000;

/** One after the other: each takes a hundred megabytes. */
let last: Promise<unknown> = Promise.resolve();

/** Reads the text of a PDF in a thread of its own, which holds up nobody, and can be ended. */
export const readPdfInThread: ReadPdf = (bytes) => {
  const reading = last.then(() => readIn(path.join(__dirname, 'pdf.js'), bytes));
  last = reading.catch(() => undefined);
  return reading;
};

async function readIn(script: string, bytes: Uint8Array): Promise<readonly string[]> {
  const thread = new Worker(script, {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
    // What a library prints must not get into the protocol.
    stdout: true,
    stderr: true,
  });
  let timer: NodeJS.Timeout | undefined;
  let wholeTimer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      const failed = (message: string, cause?: unknown): void => {
        reject(new Error(message, { cause }));
      };
      const wait = (): void => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          failed('a page of the PDF takes too long to be read; save it as text');
        }, LONGEST_PAGE);
      };
      wait();
      wholeTimer = setTimeout(() => {
        failed(
          'the PDF takes too long to be read; save the part that is quoted, or save it as text',
        );
      }, LONGEST_FILE);
      thread.on('message', (message: ThreadMessage) => {
        if ('pages' in message) resolve(message.pages);
        else if ('failure' in message) failed(message.failure);
        else wait();
      });
      thread.on('error', (error) => {
        failed('the PDF cannot be read; save it as text', error);
      });
      thread.on('exit', () => {
        failed('the PDF cannot be read; save it as text');
      });
    });
  } finally {
    clearTimeout(timer);
    clearTimeout(wholeTimer);
    await thread.terminate();
  }
}
