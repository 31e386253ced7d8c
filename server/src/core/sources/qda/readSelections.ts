import type { Steps } from '../../steps';
import { plainSource } from '../texts/plainText';
import { placePositions, wordsInName, type Placed, type WrittenPosition } from './conventions';
import { canonicalGuid, guidOfName } from './guids';
import type { QdaCode, QdaSelection } from './qdaProject';
import type { Notes } from './readNotes';
import type { ReadSource } from './readSources';
import { attributeIn, childrenOf, type XmlElement } from './xmlTree';

/** What selections refer to. */
export interface Surroundings {
  readonly codes: ReadonlyMap<string, QdaCode>;
  /** The names of cases, by their GUID. */
  readonly cases: ReadonlyMap<string, string>;
  /** The cases that name a selection, by its GUID. */
  readonly casesOfSelections: ReadonlyMap<string, readonly string[]>;
  readonly users: ReadonlyMap<string, string>;
  readonly notes: Notes;
}

/** So badly must positions fit, on average, that the text cannot be the one that was coded. */
const POOR_FIT = -0.4;

/** Fewer selections say nothing. */
const ENOUGH = 4;

/** Reads what was selected in the sources, by source and in the order of the text. */
export function* readSelections(
  sources: readonly ReadSource[],
  around: Surroundings,
  problems: string[],
): Steps<QdaSelection[]> {
  const inTexts = sources.map((read) => ({ read, written: writtenIn(read) }));
  const withText = inTexts.filter(({ read, written }) => read.text && written.length > 0);
  const placed = yield* placePositions(
    withText.map(({ read, written }) => ({
      text: read.text?.text ?? '',
      hadMark: read.text?.hadMark ?? false,
      positions: written.map(({ position }) => position),
    })),
  );
  const placedOf = new Map(withText.map(({ read }, index) => [read, placed[index]]));
  const unknown = new Set<string>();
  const selections: QdaSelection[] = [];
  for (const { read, written } of inTexts) {
    const place = placedOf.get(read);
    problems.push(...faultsOf(read, place));
    const places = plainSource(read.text?.text ?? '');
    yield;
    const here: QdaSelection[] = [];
    const placeOf = (offset: number) => places.placeOf(offset);
    for (const [index, each] of written.entries()) {
      here.push(selectionIn(read, each, place?.ranges[index], placeOf, around, unknown));
      yield;
    }
    here.sort((a, b) => (a.range?.start ?? 0) - (b.range?.start ?? 0));
    for (const selection of here) selections.push(selection);
    for (const child of read.element.children) {
      const selection = selectionWithoutText(read, child, around, unknown);
      if (selection) selections.push(selection);
    }
    yield;
  }
  if (unknown.size > 0) {
    problems.push(
      `${unknown.size === 1 ? '1 coding names' : `${String(unknown.size)} codings name`} a code that the codebook does not have`,
    );
  }
  return selections;
}

function faultsOf({ source }: ReadSource, placed: Placed | undefined): string[] {
  if (!placed) return [];
  const outside = placed.ranges.filter((range) => range === undefined).length;
  const inside = placed.ranges.length - outside;
  if (inside >= ENOUGH && (placed.fit ?? 0) < POOR_FIT) {
    return [
      `The positions of the codings do not fit the text of “${source.name}”, which may have changed since it was coded`,
    ];
  }
  return outside === 0
    ? []
    : [
        `${String(outside)} of ${String(placed.ranges.length)} selections of “${source.name}” lie outside its text`,
      ];
}

interface Written {
  readonly element: XmlElement;
  readonly position: WrittenPosition;
  /** Of a transcript: when it is said, in minutes. */
  readonly minute?: number;
}

/** The selections of text in a source. */
function writtenIn({ textElement }: ReadSource): Written[] {
  const points = new Map(
    childrenOf(textElement, 'SyncPoint').map((point) => [
      canonicalGuid(attributeIn(point, 'guid') ?? ''),
      { position: numberIn(point, 'position'), time: numberIn(point, 'timeStamp') },
    ]),
  );
  const times = [...points.values()].sort((a, b) => a.position - b.position);
  return textElement.children.flatMap((element): Written[] => {
    const name = attributeIn(element, 'name');
    const named = name === undefined ? {} : { name };
    if (element.name === 'PlainTextSelection') {
      const start = numberIn(element, 'startPosition');
      const time = times.findLast(({ position }) => position <= start)?.time;
      const position = { start, end: numberIn(element, 'endPosition'), ...named };
      return [{ element, position, ...minuteOf(time) }];
    }
    if (element.name !== 'TranscriptSelection') return [];
    const from = points.get(canonicalGuid(attributeIn(element, 'fromSyncPoint') ?? ''));
    const to = points.get(canonicalGuid(attributeIn(element, 'toSyncPoint') ?? ''));
    const position = { start: from?.position ?? NaN, end: to?.position ?? NaN, ...named };
    return [{ element, position, ...minuteOf(from?.time) }];
  });
}

function selectionIn(
  { source, text }: ReadSource,
  { element, position, minute }: Written,
  range: Placed['ranges'][number],
  placeOf: (offset: number) => string | undefined,
  around: Surroundings,
  unknown: Set<string>,
): QdaSelection {
  const place = minute === undefined ? range && placeOf(range.start) : `min ${String(minute)}`;
  return {
    ...commonOf(element, `${source.name} ${String(position.start)}`, around, unknown),
    source,
    ...(range ? { range } : {}),
    text: range && text ? text.text.slice(range.start, range.end) : wordsLeft(position.name),
    ...(place === undefined ? {} : { place }),
  };
}

/** Where the text is lost, the name may still hold the words. */
function wordsLeft(name: string | undefined): string {
  const { words, isCut } = wordsInName(name ?? '');
  return isCut ? `${words} […]` : words;
}

/** Selections of an area of a page or of a time; times and page numbers count from 0 (REFI-QDA 1.5). */
function selectionWithoutText(
  { source }: ReadSource,
  element: XmlElement,
  around: Surroundings,
  unknown: Set<string>,
): QdaSelection | undefined {
  const place =
    element.name === 'PDFSelection'
      ? `p. ${String(numberIn(element, 'page') + 1)}`
      : element.name === 'AudioSelection' || element.name === 'VideoSelection'
        ? `min ${String(Math.floor(numberIn(element, 'begin') / MINUTE))}`
        : element.name === 'PictureSelection'
          ? ''
          : undefined;
  if (place === undefined) return undefined;
  const isKnown = place !== '' && !place.includes('NaN');
  return {
    ...commonOf(element, `${source.name} ${place}`, around, unknown),
    source,
    text: '',
    ...(isKnown ? { place } : {}),
  };
}

const MINUTE = 60_000;

function minuteOf(time: number | undefined): { minute?: number } {
  return time === undefined || Number.isNaN(time) ? {} : { minute: Math.floor(time / MINUTE) };
}

type Common = Pick<QdaSelection, 'guid' | 'codes' | 'cases' | 'memos' | 'user' | 'date'>;

/** @param name what tells the selection from others, for one without a GUID */
function commonOf(
  element: XmlElement,
  name: string,
  around: Surroundings,
  unknown: Set<string>,
): Common {
  const written = attributeIn(element, 'guid');
  const guid = written === undefined ? guidOfName(name) : canonicalGuid(written);
  const codings = childrenOf(element, 'Coding');
  const codes = new Set<QdaCode>();
  const cases = new Set(around.casesOfSelections.get(guid) ?? []);
  for (const coding of codings) {
    for (const reference of childrenOf(coding, 'CodeRef')) {
      const target = canonicalGuid(attributeIn(reference, 'targetGUID') ?? '');
      const code = around.codes.get(target);
      const inCase = around.cases.get(target);
      if (code) codes.add(code);
      else if (inCase !== undefined) cases.add(inCase);
      else unknown.add(`${guid} ${target}`);
    }
  }
  const all = [element, ...codings];
  const memos = new Set(all.flatMap((each) => around.notes.of(each)));
  const user = firstOf(all, (each) =>
    around.users.get(canonicalGuid(attributeIn(each, 'creatingUser') ?? '')),
  );
  const date = firstOf(
    all,
    (each) => attributeIn(each, 'creationDateTime') ?? attributeIn(each, 'modifiedDateTime'),
  );
  return {
    guid,
    codes: [...codes],
    cases: [...cases],
    memos: [...memos],
    ...(user === undefined ? {} : { user }),
    ...(date === undefined ? {} : { date }),
  };
}

function firstOf<T>(
  elements: readonly XmlElement[],
  find: (element: XmlElement) => T | undefined,
): T | undefined {
  for (const element of elements) {
    const found = find(element);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A number that is written as an attribute; NaN where there is none. */
function numberIn(element: XmlElement, name: string): number {
  const value = attributeIn(element, name);
  return value === undefined ? NaN : Number(value);
}
