import type { TextRange } from '../text/range';
import { crossReference } from './crossReference';

/** A reference to an element (`c-trust`, `#c-trust`) or to an entry of the bibliography (`@vandeven1995`). */
export interface Reference {
  readonly kind: 'id' | 'citation';
  /** The id or key, without `#` or `@`. */
  readonly target: string;
  /** Where it stands, sigil included; in a parsed value relative to the start of the value. */
  readonly range: TextRange;
  /** What the author wrote before it; `@` before the id of a cross-reference (`@fig-rate`) too. */
  readonly sigil: '#' | '@' | '';
}

/** A phrase of a list, or a text part of a value that mixes references and text. */
export interface Phrase {
  readonly text: string;
  readonly range: TextRange;
}

/** A process-tracing test on the link to one target (Van Evera 1997; Collier 2011). */
export interface EvidenceTest {
  readonly target: Reference;
  readonly test: TestName;
  /** Left out where the author has not recorded a result. */
  readonly result?: 'pass' | 'fail';
  readonly range: TextRange;
}

/** The four process-tracing tests, from weakest to strongest. */
export const TEST_NAMES = ['straw', 'hoop', 'smoking-gun', 'doubly-decisive'] as const;

/** The name of a process-tracing test. */
export type TestName = (typeof TEST_NAMES)[number];

/** The place of a step in its mechanism: a number and, for parallel branches, a letter. */
export interface StepNumber {
  readonly number: number;
  /** Lower case; '' for a step without branch. */
  readonly branch: string;
}

/** Why a value cannot be read. Offsets are relative to the start of the value. */
export interface ValueProblem {
  readonly message: string;
  readonly range: TextRange;
}

/** A parsed value, or what is wrong with it. */
export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: ValueProblem };

const WORD = /[^\s,]+/g;
const ONE_WORD = /^[^\s,]+$/;

/** Splits a list of references at white space and commas. Never fails: an odd word is an id that nothing will have. */
export function parseReferences(value: string): Reference[] {
  // Most values are one reference.
  if (ONE_WORD.test(value)) return [toReference(value, { start: 0, end: value.length })];
  return words(value, WORD).map(({ text, range }) => toReference(text, range));
}

/** Reads exactly one reference. */
export function parseReference(value: string): Parsed<Reference[]> {
  const references = parseReferences(value);
  return references.length === 1
    ? { ok: true, value: references }
    : invalid(value, `takes one reference, not ${references.length}`);
}

/** Splits a list of phrases at `;` and trims them; empty phrases vanish. */
export function parsePhrases(value: string): Phrase[] {
  const phrases: Phrase[] = [];
  for (let from = 0; from <= value.length;) {
    const end = value.indexOf(';', from);
    const to = end < 0 ? value.length : end;
    const text = value.slice(from, to);
    const trimmed = text.trim();
    if (trimmed !== '') {
      const start = from + text.indexOf(trimmed);
      phrases.push({ text: trimmed, range: { start, end: start + trimmed.length } });
    }
    from = to + 1;
  }
  return phrases;
}

/** A part of a value of type *refs|text*. */
export type MixedPart =
  | { readonly kind: 'references'; readonly references: readonly Reference[] }
  | ({ readonly kind: 'text' } & Phrase);

/** Splits at `;`; a part in which every word is `#id` or `@key` is references, any other part is text. Commas may separate. */
export function parseReferencesOrText(value: string): MixedPart[] {
  return parsePhrases(value).map((phrase) => {
    // Nearly all text begins like none.
    const first = phrase.text.charAt(0);
    const parts = first === '#' || first === '@' || first === ',' ? words(phrase.text, WORD) : [];
    const isReferences = parts.length > 0 && parts.every(({ text }) => /^[#@]./.test(text));
    if (!isReferences) return { kind: 'text', ...phrase };
    const references = parts.map(({ text, range }) =>
      toReference(text, {
        start: range.start + phrase.range.start,
        end: range.end + phrase.range.start,
      }),
    );
    return { kind: 'references', references };
  });
}

/** Reads a list of `ID:TEST[:pass|fail]`, each split from the right, since an id may hold a colon. */
export function parseTests(value: string): Parsed<EvidenceTest[]> {
  const tests: EvidenceTest[] = [];
  for (const { text, range } of words(value, WORD)) {
    const fields = text.split(':');
    const last = fields[fields.length - 1] ?? '';
    const result = last === 'pass' || last === 'fail' ? last : undefined;
    if (result) fields.pop();
    const name = fields.pop() ?? '';
    const target = fields.join(':');
    const test = TEST_NAMES.find((known) => known === name);
    if (!test || target === '') {
      const message =
        target === ''
          ? `“${text}” is not of the form ID:TEST or ID:TEST:pass|fail`
          : `“${name}” is not a test; the tests are ${TEST_NAMES.join(', ')}, and the results pass and fail`;
      return { ok: false, problem: { message, range } };
    }
    tests.push({
      target: toReference(target, { start: range.start, end: range.start + target.length }),
      test,
      ...(result ? { result } : {}),
      range,
    });
  }
  return { ok: true, value: tests };
}

/** Reads `2` or `2a`. */
export function parseStepNumber(value: string): Parsed<StepNumber> {
  const match = /^(\d{1,6})([a-zA-Z]?)$/.exec(value.trim());
  if (!match) return invalid(value, `“${value}” is not a step number such as 2 or 2a`);
  return {
    ok: true,
    value: { number: Number(match[1]), branch: (match[2] ?? '').toLowerCase() },
  };
}

/** A calendar date of reduced precision, as in ISO 8601: `2012`, `2012-03`, `2012-03-05`. */
export function parseDate(value: string): Parsed<string> {
  return isDate(value.trim())
    ? { ok: true, value: value.trim() }
    : invalid(value, `“${value}” is not a date such as 2012, 2012-03 or 2012-03-05`);
}

/** A date or an interval of ISO 8601, open ends written `..`. */
export interface Period {
  /** '' where open. */
  readonly start: string;
  /** '' where open. */
  readonly end: string;
}

/** Reads `2008`, `2008/2012`, `2011/..` or `../2010`. */
export function parsePeriod(value: string): Parsed<Period> {
  const ends = value.trim().split('/');
  const [first = '', second = first] = ends;
  const open = (end: string) => end === '..' || end === '';
  const valid =
    ends.length <= 2 &&
    ends.every((end) => isDate(end) || (ends.length === 2 && open(end))) &&
    !ends.every(open);
  if (!valid) {
    return invalid(value, `“${value}” is not a period such as 2008, 2008-03/2012 or 2011/..`);
  }
  const start = open(first) ? '' : first;
  const end = open(second) ? '' : second;
  if (start !== '' && end !== '' && start.slice(0, end.length) > end.slice(0, start.length)) {
    return invalid(value, `“${value}” ends before it begins`);
  }
  return { ok: true, value: { start, end } };
}

/** Whether a text is a well-formed language tag (BCP 47), such as `nl` or `pt-BR`. */
export function parseLanguage(value: string): Parsed<string> {
  try {
    Intl.getCanonicalLocales(value);
    return { ok: true, value };
  } catch {
    return invalid(value, `“${value}” is not a language tag such as nl or pt-BR`);
  }
}

/** Reads a GUID, or its first eight hexadecimal digits or more; braces and case do not matter. */
export function parseGuid(value: string): Parsed<string> {
  const bare = value.trim().replace(/^\{|\}$/g, '');
  return /^[0-9a-f]{8}[0-9a-f-]*$/i.test(bare)
    ? { ok: true, value: bare.toLowerCase() }
    : invalid(value, `“${value}” is not a GUID or its first eight digits`);
}

function isDate(value: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value);
  if (!match) return false;
  const [, year, month = '01', day = '01'] = match;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day);
}

function invalid(value: string, message: string): { ok: false; problem: ValueProblem } {
  return { ok: false, problem: { message, range: { start: 0, end: value.length } } };
}

function toReference(text: string, range: TextRange): Reference {
  const first = text.length > 1 ? text.charAt(0) : '';
  if (first === '@') {
    const target = text.slice(1);
    return { kind: crossReference(target) ? 'id' : 'citation', target, range, sigil: '@' };
  }
  return first === '#'
    ? { kind: 'id', target: text.slice(1), range, sigil: '#' }
    : { kind: 'id', target: text, range, sigil: '' };
}

function words(value: string, pattern: RegExp): Phrase[] {
  const found: Phrase[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(value); match; match = pattern.exec(value)) {
    const start = match.index;
    found.push({ text: match[0], range: { start, end: start + match[0].length } });
  }
  return found;
}
