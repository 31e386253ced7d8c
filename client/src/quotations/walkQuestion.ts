import type { ProtocolQuotation } from '../../../server/src/shared/quotations';
import type { Choice, Question } from '../suggestions/question';

/** What an author may do about a quotation. */
export type WalkAnswer =
  | { readonly do: 'fix'; readonly fix: number }
  | { readonly do: 'next' | 'previous' | 'passage' | 'list' | 'stop' };

/** So many fixes are offered, all but the first with a number of their own. */
const MOST_FIXES = 5;

/**
 * What to ask about a quotation that is in doubt: Enter takes the first fix, or goes on where there is none.
 * @param at which it is, from 0, of how many
 */
export function walkQuestion(
  { text, outcome, detail, whereabouts, passage, fixes }: ProtocolQuotation,
  { at, of }: { readonly at: number; readonly of: number },
): Question<WalkAnswer> {
  const mending = fixes.slice(0, MOST_FIXES).map(({ title }, fix): Choice<WalkAnswer> => {
    const key = fix === 0 ? {} : { key: String(fix + 1) };
    return { icon: 'lightbulb', label: title, ...key, answer: { do: 'fix', fix } };
  });
  const isLast = at + 1 >= of;
  const steps: Choice<WalkAnswer>[] = [
    {
      icon: 'debug-step-over',
      label: isLast ? 'Leave It, and Sum Up' : 'Leave It, and Go to the Next',
      key: 'n',
      answer: { do: 'next' },
    },
    ...(at > 0
      ? [choice('debug-step-back', 'Go Back to the Previous', 'p', { do: 'previous' })]
      : []),
    ...(passage ? [choice('book', 'Show the Passage in Its Source', 's', { do: 'passage' })] : []),
    choice('list-unordered', 'Show All in a List', 'l', { do: 'list' }),
    choice('debug-stop', 'Stop', 'q', { do: 'stop' }),
  ];
  const reason = [detail, whereabouts === '' ? '' : `(${whereabouts})`].filter(
    (part) => part !== '',
  );
  return {
    title: `Quotations in Doubt: ${at + 1} of ${of} · ${outcome}`,
    reason: reason.join(' '),
    passage: `“${text.replace(/\s+/g, ' ').trim()}”`,
    choices: [...mending, ...steps],
  };
}

function choice(icon: string, label: string, key: string, answer: WalkAnswer): Choice<WalkAnswer> {
  return { icon, label, key, answer };
}

/** Those that were looked up and are not as their source has them. */
export function inDoubt(quotations: readonly ProtocolQuotation[]): readonly ProtocolQuotation[] {
  return quotations.filter((one) => one.isInDoubt);
}

/**
 * Which quotation a walk comes to, in a list that was asked for anew after an answer: behind the last one where it is through.
 * @param index which it was that was asked about
 */
export function indexAfter(
  { do: done }: WalkAnswer,
  before: readonly ProtocolQuotation[],
  index: number,
  after: readonly ProtocolQuotation[],
): number {
  const step = done === 'next' ? 1 : done === 'previous' ? -1 : 0;
  const same = indexAgain(before, index, after, done === 'fix');
  // Where one was mended, the next stands in its place.
  return Math.max(0, same === undefined ? index + Math.min(step, 0) : same + step);
}

/**
 * Where a quotation stands in a list that was asked for anew: as many of the same words as before it in its file came before
 * it then. Undefined where it is not there any more.
 * @param isMended whether it is the one that is gone, if there are fewer with the same words now
 */
function indexAgain(
  before: readonly ProtocolQuotation[],
  index: number,
  after: readonly ProtocolQuotation[],
  isMended: boolean,
): number | undefined {
  const one = before[index];
  if (!one) return undefined;
  const isSame = (other: ProtocolQuotation) =>
    other.text === one.text && other.location.uri === one.location.uri;
  const places = after.flatMap((other, at) => (isSame(other) ? [at] : []));
  if (isMended && places.length < before.filter(isSame).length) return undefined;
  const nth = before.slice(0, index).filter(isSame).length;
  return places[Math.min(nth, places.length - 1)];
}
