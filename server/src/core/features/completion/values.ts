import { TEST_NAMES, type AttributeDefinition, type Kind, type TestName } from '../../model';
import type { TextEdit } from '../../text/textEdit';
import type { BracesAt } from './bracesAt';
import { literal, type CompletionItem, type CompletionList } from './item';
import { placeItems } from './places';
import { referenceItems, type Known } from './references';
import { selectionItems } from './selections';
import { missingBrace, type Spot } from './spot';
import { usedTexts } from './usedTexts';

/** An attribute whose value is being written. */
export interface Writing {
  readonly braces: BracesAt;
  readonly spot: Spot;
  readonly kind: Kind;
  readonly definition: AttributeDefinition;
  /** The id of the tag that has it. */
  readonly ownId: string | undefined;
  /** Whether the author has asked for a list, and not just typed. */
  readonly isAsked: boolean;
}

/** What the value of an attribute may be: values with their meaning, references, or what others have written there. */
export function valueItems(known: Known, writing: Writing): CompletionList | undefined {
  const { definition } = writing;
  switch (definition.type) {
    case 'enum':
      return finished(writing, partOf(writing.spot, NO_LIST), enumItems(writing));
    case 'refs':
    case 'ref':
      return references(known, writing, definition.type === 'ref' ? NO_LIST : LIST);
    case 'tests':
      return tests(known, writing);
    case 'refs|text':
      return mixed(known, writing);
    case 'guid':
      return selections(known, writing);
    case 'text':
    case 'language':
      return finished(
        writing,
        partOf(writing.spot, NO_LIST),
        definition.name === 'loc'
          ? placeItems(known.project, known.vantage.uri, writing.braces)
          : usedTexts(known.project, writing.kind, definition),
      );
    default:
      return undefined;
  }
}

/** The coded selections; of one that has as many as a dissertation, those first that have what is typed. */
function selections({ project }: Known, writing: Writing): CompletionList | undefined {
  const part = partOf(writing.spot, NO_LIST);
  const { items, isIncomplete } = selectionItems(project, part.typed);
  return items.length === 0 ? undefined : finished(writing, part, items, isIncomplete);
}

/** What sets the parts of a value apart. */
const LIST = /[\s,]+/g;
const PARTS = /[\s,;]+/g;
const NO_LIST = /(?!)/g;

/** One part of a value, in which the caret is. Offsets of the value. */
interface Part {
  readonly start: number;
  readonly end: number;
  readonly typed: string;
  readonly others: readonly string[];
}

function partOf({ whole, typed }: Spot, separators: RegExp): Part {
  let start = 0;
  for (const { index, 0: separator } of typed.matchAll(separators))
    start = index + separator.length;
  const rest = whole.slice(typed.length);
  const next = rest.search(new RegExp(separators.source));
  const end = next < 0 ? whole.length : typed.length + next;
  const others = `${whole.slice(0, start)} ${whole.slice(end)}`.split(
    new RegExp(separators.source),
  );
  return { start, end, typed: typed.slice(start), others: others.filter((one) => one !== '') };
}

/** The items in the place of a part, with the quotes, spaces and braces that they need. */
function finished(
  { braces, spot }: Pick<Writing, 'braces' | 'spot'>,
  { start, end }: Pick<Part, 'start' | 'end'>,
  items: readonly CompletionItem[],
  isIncomplete = false,
): CompletionList {
  const isBare = spot.pair?.quote === '';
  const before = spot.whole.slice(0, start);
  const from = spot.word.start;
  const edits: TextEdit[] = [];
  // A list without quotes ends at its first space, and a comma is read, but not as it should be written.
  const isSplit = isBare && /[\s,;]/.test(before);
  if (isSplit) edits.push({ range: { start: from, end: from }, newText: '"' });
  const comma = /,[ \t]*$/.exec(before);
  if (comma) {
    const range = { start: from + comma.index, end: from + comma.index + 1 };
    edits.push({ range, newText: comma[0] === ',' ? ' ' : '' });
  }
  const brace = missingBrace(braces, spot);
  if (brace !== undefined) edits.push({ range: { start: brace, end: brace }, newText: '}' });
  const closing = end === spot.whole.length ? spot.closing : '';
  return {
    items: items.map((item) => {
      const isQuoted = isBare && !isSplit && NEEDS_QUOTES.test(item.newText);
      const text = isQuoted ? `"${item.newText}` : item.newText;
      const rest = `${isQuoted || isSplit ? '"' : ''}${closing}`;
      // Who is to go on writing the value stays in it.
      const open = item.asksOn && rest !== '' ? `${literal(text)}$0${literal(rest)}` : undefined;
      return {
        ...item,
        newText: text + rest,
        ...(open === undefined ? {} : { snippet: open }),
        ...(edits.length > 0 ? { edits } : {}),
      };
    }),
    word: { start: from + start, end: from + end },
    isIncomplete,
  };
}

const NEEDS_QUOTES = /[\s"'{}\\]/;

function enumItems({ definition, kind }: Writing): CompletionItem[] {
  const { values = {}, name, default: standard } = definition;
  return Object.keys(values).map((value) => ({
    label: value,
    ...(value === standard ? { suffix: ' (default)' } : {}),
    ...(values[value] ? { description: values[value] } : {}),
    role: 'value',
    filterText: value,
    newText: value,
    subject: { type: 'value', kind, name, value },
  }));
}

function references(known: Known, writing: Writing, separators: RegExp): CompletionList {
  const part = partOf(writing.spot, separators);
  const { items, isIncomplete } = referenceItems(known, {
    targets: writing.definition.targets ?? [],
    typed: part.typed,
    needsSigil: false,
    excluded: excluded(writing, part),
  });
  return finished(writing, part, items, isIncomplete);
}

/** Text or references: of references nothing is said before the author has begun one, or asks. */
function mixed(known: Known, writing: Writing): CompletionList | undefined {
  const part = partOf(writing.spot, PARTS);
  const before = writing.spot.typed.slice(0, part.start).split(';').at(-1) ?? '';
  const isBegun = /^[#@]/.test(part.typed);
  const isFirst = writing.spot.typed === '';
  // Among words of text, an id is text as well.
  if (/(?:^|[\s,])[^\s,#@]/.test(before)) return undefined;
  if (!isBegun && !isFirst && !writing.isAsked) return undefined;
  const { items, isIncomplete } = referenceItems(known, {
    targets: writing.definition.targets ?? [],
    typed: part.typed,
    needsSigil: true,
    excluded: excluded(writing, part),
  });
  return finished(writing, part, items, isIncomplete);
}

function excluded({ ownId }: Writing, { others }: Part): ReadonlySet<string> {
  const names = others.map((one) => one.replace(/^[#@]/, ''));
  return new Set(ownId === undefined ? names : [...names, ownId]);
}

/** What each process-tracing test shows (Van Evera 1997). */
const TESTS: Readonly<Record<TestName, string>> = {
  straw: 'In the wind: neither necessary nor sufficient',
  hoop: 'Necessary: who fails it is out',
  'smoking-gun': 'Sufficient: who passes it is confirmed',
  'doubly-decisive': 'Necessary and sufficient',
};

function tests(known: Known, writing: Writing): CompletionList {
  const whole = partOf(writing.spot, LIST);
  // What is written behind the next colon stays; an id may hold colons as well.
  const rest = writing.spot.whole.slice(writing.spot.typed.length, whole.end);
  const next = rest.search(BEFORE_TEST);
  const part = next < 0 ? whole : { ...whole, end: writing.spot.typed.length + next };
  const colon = part.typed.lastIndexOf(':');
  if (colon < 0) {
    const { items, isIncomplete } = referenceItems(known, {
      targets: writing.definition.targets ?? [],
      typed: part.typed,
      needsSigil: false,
      excluded: excluded(writing, { ...part, others: part.others.map(targetOf) }),
    });
    const open = items.map((item) => ({ ...item, newText: `${item.newText}:`, asksOn: true }));
    return finished(writing, part, next < 0 ? open : items, isIncomplete);
  }
  const hasTest = TEST_NAMES.some((name) => part.typed.slice(0, colon).endsWith(`:${name}`));
  const words: readonly (readonly [string, string])[] = hasTest
    ? [
        ['pass', 'It passed'],
        ['fail', 'It failed, and is no support'],
      ]
    : TEST_NAMES.map((name) => [name, TESTS[name]]);
  const items = words.map(([name, description]): CompletionItem => {
    return { label: name, description, role: 'value', filterText: name, newText: name };
  });
  return finished(writing, { start: part.start + colon + 1, end: part.end }, items);
}

/** Before the name of a test, or its result. */
const BEFORE_TEST = new RegExp(`:(?:${[...TEST_NAMES, 'pass', 'fail'].join('|')})\\b`);

function targetOf(test: string): string {
  return test.split(':')[0] ?? test;
}
