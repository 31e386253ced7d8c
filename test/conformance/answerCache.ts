import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Reading } from './oracle';

/** Pandoc's answers on disk, so that a run with the same seed need not ask again. */
export class AnswerCache {
  readonly #file: string;
  readonly #answers = new Map<string, Reading>();

  /** `file` holds a JSON array of a key and a reading on each line. */
  constructor(file: string) {
    this.#file = file;
    mkdirSync(dirname(file), { recursive: true });
    if (!existsSync(file)) return;
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      // A run that was ended leaves a line unfinished.
      if (!line.endsWith(']')) continue;
      const [key, reading] = JSON.parse(line) as [string, Reading];
      this.#answers.set(key, reading);
    }
  }

  /** The answer to a text, asked for where it is not known. */
  async get(text: string, ask: (text: string) => Promise<Reading>): Promise<Reading> {
    const key = digest(text);
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const reading = await ask(text);
    this.#answers.set(key, reading);
    appendFileSync(this.#file, `\n${JSON.stringify([key, reading])}`);
    return reading;
  }
}

/** A short name for a text. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
