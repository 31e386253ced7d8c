import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reading } from './oracle';

/** A text of the corpus. */
export interface Case {
  /** Its file and its title: `spans: nested`. */
  readonly name: string;
  readonly text: string;
}

// The tests and the harness run at the root of the repository.
const home = join(process.cwd(), 'test/conformance');
const folder = join(home, 'corpus');
const answersFile = join(home, 'answers.json');

/** All cases: each file holds several, each under a line `=== title`. */
export function readCorpus(): Case[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) =>
      casesOf(file.slice(0, -'.txt'.length), readFileSync(join(folder, file), 'utf8')),
    );
}

/** Pandoc's answers as they were last written down, by the names of the cases. */
export function readAnswers(): Map<string, Reading> {
  if (!existsSync(answersFile)) return new Map();
  return new Map(
    Object.entries(JSON.parse(readFileSync(answersFile, 'utf8')) as Record<string, Reading>),
  );
}

/** The file that holds Pandoc's answers. */
export function answersPath(): string {
  return answersFile;
}

function casesOf(topic: string, content: string): Case[] {
  return content
    .split(/^=== /m)
    .filter((part) => part !== '')
    .map((part) => {
      const end = part.indexOf('\n');
      return { name: `${topic}: ${part.slice(0, end).trim()}`, text: part.slice(end + 1) };
    });
}
