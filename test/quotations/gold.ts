import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import {
  checkQuotation,
  QuotationIndex,
  type QuotationVerdict,
} from '../../server/src/core/sources/quotations';

import { SOURCE_TEXT } from '../../server/src/core/sources/texts';

/** The halves of the two gold tables, which are folders; README.md says what each is for. */
export type Half = 'development' | 'held-out' | 'development-de-fr-es' | 'held-out-de-fr-es';

/** What should come of a case, as README.md says. */
const OUTCOMES = [
  'faithful',
  'information',
  'negation',
  'number',
  'modal',
  'cut',
  'joined',
  'speaker',
  'not-found',
  'skipped',
  'nothing',
] as const;

/** See README.md. */
export type Outcome = (typeof OUTCOMES)[number] | 'added';

const transcripts = z.strictObject({
  source: z.string(),
  lang: z.string(),
  cases: z.array(
    z.strictObject({
      way: z.string(),
      expect: z.enum(OUTCOMES),
      quote: z.string(),
      original: z.string().optional(),
      lang: z.string().optional(),
      speaker: z.string().optional(),
    }),
  ),
});

/** A case that was judged. */
export interface JudgedCase {
  readonly source: string;
  /** Of the source. */
  readonly lang: string;
  readonly way: string;
  readonly quote: string;
  readonly expect: Outcome;
  readonly outcome: Outcome;
  /** Whether nothing else is reported than should be. */
  readonly isRight: boolean;
  readonly verdict: QuotationVerdict;
}

/** Judges the cases of one half. */
export function judgeGold(half: Half, root: string): JudgedCase[] {
  const folder = path.join(root, 'test/quotations/cases', half);
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const { source, lang, cases } = transcripts.parse(
        parse(readFileSync(path.join(folder, file), 'utf8')),
      );
      const bytes = readFileSync(path.join(root, 'test/quotations/transcripts', source));
      const index = new QuotationIndex(SOURCE_TEXT.read(bytes, source), lang);
      return cases.map(({ way, expect, quote, ...one }) => {
        const verdict = checkQuotation(one.original ?? quote, index, {
          lang: one.original === undefined ? (one.lang ?? lang) : lang,
          ...(one.speaker === undefined ? {} : { speakers: [one.speaker] }),
        });
        const outcome = outcomeOf(verdict, expect);
        return { source, lang, way, quote, expect, outcome, isRight: outcome === expect, verdict };
      });
    });
}

/** The gravest thing that is said of a quotation; of several, the one that should be. */
function outcomeOf(verdict: QuotationVerdict, expected: Outcome): Outcome {
  switch (verdict.state) {
    case 'verbatim':
      return 'faithful';
    case 'not-found':
      return 'not-found';
    case 'too-short':
      return 'nothing';
    case 'other-language':
      return 'skipped';
    case 'altered': {
      const grave = verdict.changes.filter(({ isGrave }) => isGrave).map(({ kind }) => kind);
      const [first] = grave;
      if (first === undefined) return 'information';
      const outcomes: readonly Outcome[] = grave.map((kind) =>
        kind === 'wording' || kind === 'order'
          ? 'information'
          : kind === 'quantity'
            ? 'number'
            : kind,
      );
      return outcomes.includes(expected) ? expected : (outcomes[0] ?? 'information');
    }
  }
}

/** How many cases of each way are judged rightly, as a table in Markdown. */
export function goldTable(
  development: readonly JudgedCase[],
  heldOut: readonly JudgedCase[],
): string[] {
  const ways = [...new Set([...development, ...heldOut].map(({ way }) => way))].sort();
  const cell = (cases: readonly JudgedCase[]) =>
    cases.length === 0
      ? '–'
      : `${cases.filter(({ isRight }) => isRight).length} of ${cases.length}`;
  const row = (name: string, of: (cases: readonly JudgedCase[]) => readonly JudgedCase[]) =>
    `| ${name} | ${cell(of(development))} | ${cell(of(heldOut))} |`;
  return [
    '| what was done to the quotation | development | kept for the end |',
    '| --- | --- | --- |',
    ...ways.map((way) => row(way, (cases) => cases.filter((one) => one.way === way))),
    row('**all**', (cases) => cases),
  ];
}
