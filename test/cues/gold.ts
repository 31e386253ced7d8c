import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { LABELS } from '../../server/src/core/cues/lexicon';
import type { TextRange } from '../../server/src/core/text/range';

/** The two halves of the gold standard; `gold/README.md` says who may look at which. */
export const HALVES = ['development', 'held-out'] as const;

/** See {@link HALVES}. */
export type Half = (typeof HALVES)[number];

/** A narrative is told and claimed by nobody: nothing that a program need tell from `none`. */
export const goldLabel = z.enum([...LABELS, 'narrative']);

const entry = z.strictObject({
  text: z.string(),
  label: goldLabel,
  also: z.array(goldLabel).optional(),
  unsignalled: z.boolean().optional(),
});

const passages = z.array(
  z.strictObject({ field: z.string(), language: z.string(), passage: z.array(entry) }),
);

/** A label of the gold standard. */
export type GoldLabel = z.infer<typeof goldLabel>;

/** A labelled sentence. */
export type Entry = z.infer<typeof entry>;

/** A passage of labelled sentences. */
export type GoldPassage = z.infer<typeof passages>[number] & {
  /** A number for whoever wrote it. */
  readonly hand: number;
};

/** The passages of one half, by the name of their file without its ending. */
export function readGoldFiles(half: Half, root: string): Map<string, GoldPassage[]> {
  const gold = path.join(root, 'test/cues/gold');
  const hands = readHands(gold);
  const read = (name: string): GoldPassage[] => {
    const hand = hands.get(name);
    if (hand === undefined) throw new Error(`gold/hands.yaml does not say who wrote ${name}`);
    const written: unknown = parse(readFileSync(path.join(gold, half, `${name}.yaml`), 'utf8'));
    return passages.parse(written).map((passage) => ({ ...passage, hand }));
  };
  const names = readdirSync(path.join(gold, half)).map((file) => path.basename(file, '.yaml'));
  return new Map(names.sort().map((name) => [name, read(name)]));
}

/** Numbers for those who wrote the files, by the names of these without their ending. */
function readHands(gold: string): Map<string, number> {
  const written: unknown = parse(readFileSync(path.join(gold, 'hands.yaml'), 'utf8'));
  const files = z.array(z.array(z.string())).parse(written);
  return new Map(files.flatMap((names, hand) => names.map((name) => [name, hand] as const)));
}

/** The passages of one half. */
export function readGold(half: Half, root: string): GoldPassage[] {
  return [...readGoldFiles(half, root).values()].flat();
}

/** A passage as a manuscript, and where in it each of its sentences stands. */
export interface Manuscript {
  readonly text: string;
  readonly ranges: readonly TextRange[];
}

/** What a caption belongs to: without a table, it would be read as the definition of the paragraph before it. */
const TABLE = '| a | b |\n|---|---|\n| 1 | 2 |\n\n';

/** Puts the sentences of a passage together: headings, captions, images and quotations on lines of their own. */
export function manuscriptOf({ language, passage }: GoldPassage): Manuscript {
  let text = `---\nlang: ${language}\n---\n\n`;
  const ranges: TextRange[] = [];
  let wasApart = true;
  for (const one of passage) {
    const isApart = /^(?:#|>|!\[|: )/.test(one.text);
    if (ranges.length > 0) text += isApart || wasApart ? '\n\n' : ' ';
    if (one.text.startsWith(': ')) text += TABLE;
    ranges.push({ start: text.length, end: text.length + one.text.length });
    text += one.text;
    wasApart = isApart;
  }
  return { text: `${text}\n`, ranges };
}
