import type { Change, ChangeKind } from './change';
import { areSameNumbers, isWrittenOtherwise, type Hunk } from './hunks';
import type { Located } from './locate';
import type { QuotationIndex } from './quotationIndex';
import { Mark, scanWords } from './scan';

/** As many words may be left out of a sentence without a mark before a co-author objects. */
const SHORT_CUT = 7;

/** From so many words on, it is a part of the sentence that is left out, whatever stands in it. */
const PART = 5;

/** Words that the source does not have, so many in a row, are not wording any more. */
const MUCH = 6;

/** Hunks between which so few words are the same are judged together: *none* here, *not … any* there. */
const NEAR = 2;

/** What each difference between words amounts to. */
export function judgeHunks(
  index: QuotationIndex,
  quoted: string,
  hunks: readonly Hunk[],
): Change[] {
  return together(hunks).flatMap((group) => {
    if (isOneWrittenOtherwise(index, group)) return [];
    const kind = meaningOf(index, group);
    if (kind === undefined) {
      return group.flatMap((hunk) => wordingOf(index, quoted, hunk));
    }
    const [culprit] = group.filter((hunk) => meaningOf(index, [hunk]) === kind);
    return group.map((hunk) =>
      hunk === (culprit ?? group[0])
        ? changeOf(index, quoted, withWordBefore(index, hunk), kind, true)
        : changeOf(index, quoted, hunk, 'wording', false),
    );
  });
}

/** Whether hunks with what stands between them say the same number: *four million and a half*, 4.5 million. */
function isOneWrittenOtherwise(index: QuotationIndex, group: readonly Hunk[]): boolean {
  const last = group.at(-1);
  if (group.length < 2 || !last) return false;
  const own: string[] = [];
  const others: string[] = [];
  group.forEach((hunk, at) => {
    const before = group[at - 1];
    for (let word = before?.to ?? hunk.from; word < hunk.from; word++) {
      own.push(index.keyAt(word) ?? '');
      others.push(index.keyAt(word) ?? '');
    }
    own.push(...hunk.said.map((word) => index.keyAt(word) ?? ''));
    others.push(...hunk.quoted.map(({ key }) => key));
  });
  return isWrittenOtherwise(index, own, others, last.to);
}

/** Hunks that are near to one another. */
function together(hunks: readonly Hunk[]): Hunk[][] {
  const groups: Hunk[][] = [];
  for (const hunk of hunks) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    const isMoved = before !== undefined && keysOfSaid(before).length > 0 && hunk.said.length === 0;
    if (last && !isMoved && hunk.sameBefore <= NEAR) last.push(hunk);
    else groups.push([hunk]);
  }
  return groups;
}

function keysOfSaid({ said }: Hunk): readonly number[] {
  return said;
}

/** Whether a negation, a number or a modal verb makes the difference. */
function meaningOf(index: QuotationIndex, group: readonly Hunk[]): ChangeKind | undefined {
  const isPartCut = group.every(
    ({ said, quoted, isReplaced }) => quoted.length === 0 && (said.length >= PART || isReplaced),
  );
  if (isPartCut) return undefined;
  const said = group.flatMap((hunk) => hunk.said);
  const quoted = group.flatMap((hunk) => hunk.quoted);
  const own = said.map((at) => index.keyAt(at) ?? '');
  const others = quoted.map(({ key }) => key);
  const { lexicon } = index;
  if (changesNegation(index, own, others) || losesParticle(index, group)) return 'negation';
  if (changesNumber(index, own, others)) return 'number';
  if (changesQuantity(index, group)) return 'quantity';
  const modals = said.map((at) => lexicon.modalOf(index.keyAt(at) ?? '', index.keyAt(at + 1)));
  const otherModals = others.map((key, at) =>
    // The word behind the last one of them is the source's.
    lexicon.modalOf(key, others[at + 1] ?? index.keyAt(group.at(-1)?.to ?? 0)),
  );
  return sorted(modals) === sorted(otherModals) ? undefined : 'modal';
}

function sorted(items: readonly (string | undefined)[]): string {
  return items
    .filter((item) => item !== undefined)
    .sort()
    .join(';');
}

function changesNegation(
  { lexicon }: QuotationIndex,
  own: readonly string[],
  others: readonly string[],
): boolean {
  const negations = own.filter((key) => lexicon.isNegation(key));
  const otherNegations = others.filter((key) => lexicon.isNegation(key));
  if (negations.length === otherNegations.length) return false;
  // "Didn't do nothing", made tidy.
  const [more, plain] =
    negations.length > otherNegations.length ? [negations, others] : [otherNegations, own];
  const isEchoed = more.length === 1 && plain.some((key) => lexicon.isEcho(key, more[0] ?? ''));
  return !isEchoed || !hasNegationBeside(own, others, lexicon.isNegation.bind(lexicon));
}

function hasNegationBeside(
  own: readonly string[],
  others: readonly string[],
  isNegation: (key: string) => boolean,
): boolean {
  return own.some(isNegation) && others.some(isNegation);
}

function changesNumber(
  { lexicon }: QuotationIndex,
  own: readonly string[],
  others: readonly string[],
): boolean {
  const { numbers } = lexicon;
  const tellingOf = (keys: readonly string[]) => keys.some((key) => numbers.isTelling(key));
  if (!tellingOf(own) && !tellingOf(others)) return false;
  const [a, b] = [numbers.read(own).values, numbers.read(others).values];
  return !areSameNumbers(a, b);
}

/** A negation and what it is said with stand no further from one another, in words. */
const CLAUSE = 6;

/**
 * Whether a word that denies only with another one is put in or left out, and that one is not there, or goes with it: the
 * *ne* of "je ne peux plus". Where the other one stays, it is as people speak.
 */
function losesParticle(index: QuotationIndex, group: readonly Hunk[]): boolean {
  const { lexicon } = index;
  const isParticle = (key: string) => lexicon.isParticle(key);
  const isPartner = (key: string) => lexicon.isPartner(key);
  const own = group.flatMap(({ said }) => said.map((at) => index.keyAt(at) ?? ''));
  const others = group.flatMap(({ quoted }) => quoted.map(({ key }) => key));
  const place = group.findIndex(
    ({ said, quoted }) =>
      said.some((at) => isParticle(index.keyAt(at) ?? '')) ||
      quoted.some(({ key }) => isParticle(key)),
  );
  const { from } = group[place] ?? {};
  if (from === undefined || own.filter(isParticle).length === others.filter(isParticle).length) {
    return false;
  }
  if (own.some(isPartner) || others.some(isPartner)) {
    return own.filter(isPartner).length !== others.filter(isPartner).length;
  }
  for (let at = Math.max(0, from - 3); at <= from + CLAUSE; at++) {
    if (at > from && (index.marksAt(at) & Mark.Sentence) !== 0) break;
    if (isPartner(index.keyAt(at) ?? '')) return false;
  }
  return true;
}

/** As many words before a quotation may say of how many it is. */
const BEFORE = 3;

/** Whether another quantity is said: *few* for *most*. One that is left out or put in is wording. */
function changesQuantity(index: QuotationIndex, group: readonly Hunk[]): boolean {
  const { lexicon } = index;
  const others = group.flatMap(({ quoted, from }) =>
    quoted.map(({ key }, at) =>
      lexicon.quantityOf(key, at === 0 ? index.keyAt(from - 1) : quoted[at - 1]?.key),
    ),
  );
  if (others.every((quantity) => quantity === undefined)) return false;
  const said = group.flatMap((hunk) => hunk.said);
  const [first] = group;
  if (first && !first.before) {
    // The quotation begins here: "(Most of) the drivers".
    for (let at = first.from - 1; at >= Math.max(0, first.from - BEFORE); at--) {
      if (isSentenceStart(index, at + 1)) break;
      said.unshift(at);
    }
  }
  const own = said.map((at) => lexicon.quantityOf(index.keyAt(at) ?? '', index.keyAt(at - 1)));
  if (own.every((quantity) => quantity === undefined)) return false;
  return sorted(own) !== sorted(others);
}

function wordingOf(index: QuotationIndex, quoted: string, hunk: Hunk): Change[] {
  // What the author says in brackets stands for what it replaces.
  if (hunk.isReplaced && hunk.quoted.length === 0) {
    const isDenied = hunk.said.some((at) => index.lexicon.isNegation(index.keyAt(at) ?? ''));
    return isDenied && hunk.said.length <= 2
      ? [changeOf(index, quoted, hunk, 'negation', true)]
      : [];
  }
  if (hunk.quoted.length === 0) {
    return [changeOf(index, quoted, hunk, 'cut', isLongCut(index, hunk.said))];
  }
  const isMuch = hunk.quoted.length - hunk.said.length >= MUCH;
  return [changeOf(index, quoted, hunk, isMuch ? 'added' : 'wording', isMuch)];
}

/**
 * A number that goes on in the source where the quotation begins or ends: *twenty* of *twenty-three*, *two* of *two
 * thirds*.
 */
export function cutNumbers(index: QuotationIndex, quoted: string, located: Located): Change[] {
  const same = located.ops.flatMap((op) => (op.type === 'same' ? [op] : []));
  const [first, last] = [same[0], same.at(-1)];
  const changes: Change[] = [];
  const add = (op: { readonly said: number; readonly quoted: number }, from: number) => {
    const keys = [index.keyAt(from) ?? '', index.keyAt(from + 1) ?? ''];
    if ((index.marksAt(from + 1) & (Mark.Pause | Mark.Same)) !== 0) return;
    const { numbers } = index.lexicon;
    if (!keys.every((key) => numbers.isTelling(key) && !/^\d/.test(key))) return;
    if (numbers.read(keys).values.length !== 1) return;
    const { start = 0, end = 0 } = located.words[op.quoted] ?? {};
    const place = { from, to: from + 2, quotedRange: { start, end } };
    changes.push(changeOf(index, quoted, place, 'number', true));
  };
  if (first?.quoted === 0 && first.said > 0) add(first, first.said - 1);
  if (last?.quoted === located.words.length - 1) add(last, last.said);
  return changes;
}

/** A negation before which a quotation begins as if it were the sentence: *All agreed* of *not all agreed*. */
export function cutNegation(index: QuotationIndex, quoted: string, located: Located): Change[] {
  const op = located.ops[0];
  const word = located.words[0];
  if (op?.type !== 'same' || !word || op.said === 0 || word.outside !== undefined) return [];
  if (!/\p{Lu}/u.test(quoted.charAt(word.start))) return [];
  // A noun, a name, or the word I has its capital in the source.
  if (/\p{Lu}/u.test(index.text.charAt(index.rangeAt(op.said).start))) return [];
  if ((index.marksAt(op.said) & (Mark.Pause | Mark.Same)) !== 0) return [];
  if (!index.lexicon.isNegation(index.keyAt(op.said - 1) ?? '')) return [];
  const quotedRange = { start: word.start, end: word.end };
  const place = { from: op.said - 1, to: op.said + 1, quotedRange };
  return [changeOf(index, quoted, place, 'negation', true)];
}

/** Whether so much is left out that it should be marked: many words, a whole sentence, or what somebody else asks. */
export function isLongCut(index: QuotationIndex, said: readonly number[]): boolean {
  if (said.length > SHORT_CUT) return true;
  const [first] = said;
  const last = said.at(-1);
  if (first === undefined || last === undefined || said.length < MIN_SENTENCE) return false;
  if (said.some((at) => (index.marksAt(at) & Mark.Turn) !== 0)) return true;
  return isSentenceStart(index, first) && isSentenceStart(index, last + 1);
}

/** What is shorter says little. */
const MIN_SENTENCE = 4;

function isSentenceStart(index: QuotationIndex, at: number): boolean {
  return at >= index.length || (index.marksAt(at) & (Mark.Sentence | Mark.Turn)) !== 0;
}

/** A word that is missing is shown with the one before it: says “did”, the source “did not”. */
function withWordBefore(
  index: QuotationIndex,
  { from, to, quotedRange, before }: Hunk,
): Pick<Hunk, 'from' | 'to' | 'quotedRange'> {
  const isPart = (index.marksAt(from) & Mark.Same) !== 0;
  const isOneSided = to <= from || quotedRange.end <= quotedRange.start;
  if (before?.said !== from - 1 || !(isPart || isOneSided)) return { from, to, quotedRange };
  return { from: from - 1, to, quotedRange: { start: before.quotedStart, end: quotedRange.end } };
}

/** A difference, with the words that it is about. */
export function changeOf(
  index: QuotationIndex,
  quoted: string,
  { from, to, quotedRange }: Pick<Hunk, 'from' | 'to' | 'quotedRange'>,
  kind: ChangeKind,
  isGrave: boolean,
): Change {
  const sourceRange =
    to > from
      ? index.rangeOf(from, to)
      : { start: index.rangeAt(from).start, end: index.rangeAt(from).start };
  const source = to > from ? index.text.slice(sourceRange.start, sourceRange.end) : '';
  const own = quoted.slice(quotedRange.start, quotedRange.end);
  const negations = negationsIn(index, own) - negationsIn(index, source);
  return {
    kind,
    isGrave,
    source,
    quoted: own,
    ...(kind === 'negation' ? { negations } : {}),
    sourceRange,
    quotedRange,
  };
}

function negationsIn({ lexicon }: QuotationIndex, words: string): number {
  let count = 0;
  scanWords(words, 0, words.length, 0, false, (key) => {
    if (lexicon.isNegation(key)) count++;
  });
  return count;
}
