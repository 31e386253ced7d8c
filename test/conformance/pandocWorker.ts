import { parentPort } from 'node:worker_threads';
import { askPandoc } from './oracle';
import type { Answer } from './pandocPool';

/** Answers the texts that are posted to this thread, one after another. */
export function serveAnswers(): void {
  parentPort?.on('message', (text: string) => {
    void answer(text).then((message) => {
      parentPort?.postMessage(message);
    });
  });
}

async function answer(text: string): Promise<Answer> {
  try {
    return { reading: await askPandoc(text) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
