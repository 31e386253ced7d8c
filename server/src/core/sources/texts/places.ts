import { lastNotAbove } from '../../text/lineIndex';
import type { TextRange } from '../../text/range';
import type { NamedPlace } from './sourceText';

/** Where something begins in a text: its number, and its offset. Offsets run upwards. */
export interface Milestone {
  readonly offset: number;
  readonly number: number;
}

/** What tells places of a text apart, best first as a reader would name them. */
export interface Milestones {
  /** Times of a recording, in minutes. */
  readonly minutes?: readonly Milestone[];
  /** Times of a day, in minutes since midnight. */
  readonly clock?: readonly Milestone[];
  readonly pages?: readonly Milestone[];
  readonly paragraphs?: readonly Milestone[];
  readonly lines?: readonly Milestone[];
}

/** How a place of each sort is written, in the abbreviations of the Citation Style Language where it has one. */
const WRITTEN: Readonly<Record<keyof Milestones, (number: number) => string>> = {
  minutes: (number) => `min ${number}`,
  clock: (number) => `${Math.floor(number / 60)}:${String(number % 60).padStart(2, '0')}`,
  pages: (number) => `p. ${number}`,
  paragraphs: (number) => `para. ${number}`,
  lines: (number) => `l. ${number}`,
};

const SORTS = Object.keys(WRITTEN) as (keyof Milestones)[];

/** Says where offsets of a text are, and where places lead. */
export class Places {
  readonly #milestones: Milestones;
  readonly #length: number;
  readonly #offsets = new Map<keyof Milestones, readonly number[]>();

  constructor(milestones: Milestones, length: number) {
    this.#milestones = milestones;
    this.#length = length;
    for (const sort of SORTS) {
      const own = milestones[sort];
      if (own && own.length > 0)
        this.#offsets.set(
          sort,
          own.map(({ offset }) => offset),
        );
    }
  }

  /** The place of an offset by the best sort that reaches it. */
  placeOf(offset: number): string | undefined {
    for (const sort of SORTS) {
      const at = this.#indexOf(sort, offset);
      const milestone = at === undefined ? undefined : this.#milestones[sort]?.[at];
      if (milestone) return WRITTEN[sort](milestone.number);
    }
    return undefined;
  }

  /** The times or pages in the order of the text, each once: what goes on in the same minute is one place. */
  get named(): NamedPlace[] {
    const sort = (['minutes', 'clock', 'pages'] as const).find((one) => this.#offsets.has(one));
    const own = (sort && this.#milestones[sort]) ?? [];
    const begins = own.filter(({ number }, index) => number !== own[index - 1]?.number);
    return begins.map(({ offset, number }, index) => ({
      name: sort ? WRITTEN[sort](number) : '',
      range: { start: offset, end: begins[index + 1]?.offset ?? this.#length },
    }));
  }

  /** The part of the text that a place names; of several, such as `pp. 3-5`, from the first to the last. */
  rangeOf(place: string): TextRange | undefined {
    const wanted = readPlace(place);
    if (!wanted) return undefined;
    for (const { sort, first, last } of wanted) {
      const own = this.#milestones[sort];
      if (!own || own.length === 0) continue;
      const start = own.findIndex(({ number }, index) => {
        const next = own[index + 1];
        // A minute without a mark of its own lies in what was begun before it.
        return number >= first || (isTime(sort) && next !== undefined && next.number > first);
      });
      const begin = own[start];
      if (!begin || begin.number > last) continue;
      const after = own.find(({ number, offset }) => offset > begin.offset && number > last);
      return { start: begin.offset, end: after?.offset ?? this.#length };
    }
    return undefined;
  }

  #indexOf(sort: keyof Milestones, offset: number): number | undefined {
    const offsets = this.#offsets.get(sort);
    if (!offsets || (offsets[0] ?? Infinity) > offset) return undefined;
    return lastNotAbove(offsets, offset);
  }
}

function isTime(sort: keyof Milestones): boolean {
  return sort === 'minutes' || sort === 'clock';
}

interface Wanted {
  readonly sort: keyof Milestones;
  readonly first: number;
  readonly last: number;
}

/** What each sort is called in front of its number. */
const NAMES: readonly (readonly [keyof Milestones, RegExp])[] = [
  ['minutes', /^(?:min(?:ute|uut|uto)?s?\.?|m\.)$/i],
  ['pages', /^(?:pp?\.?|pages?|s\.|seiten?|blz\.?|p[aá]g(?:ina)?s?\.?)$/i],
  ['paragraphs', /^(?:para?s?\.?|paragraphs?|¶¶?|al(?:inea)?\.?|abs(?:atz)?\.?)$/i],
  ['lines', /^(?:ll?\.?|lines?|regels?|zeilen?|z\.|r\.)$/i],
];

/** Reads `min 12`, `12:31`, `0:12:31`, `pp. 3-5`, `para. 7`, `l. 33`. */
function readPlace(place: string): Wanted[] | undefined {
  const text = place.trim();
  const clock = /^[[(]?(?:min\.?\s*)?(\d{1,3}):([0-5]\d)(?::([0-5]\d))?[\])]?/i.exec(text);
  if (clock) {
    const [, a = '0', b = '0', c] = clock;
    const asDay = Number(a) * 60 + Number(b);
    const minute = c === undefined ? Number(a) : asDay;
    return [
      { sort: 'minutes', first: minute, last: minute },
      { sort: 'clock', first: asDay, last: asDay },
    ];
  }
  const named = /^([\p{L}¶]+\.?)\s*(\d{1,6})(?:\s*[-–—]\s*(\d{1,6}))?/u.exec(text);
  if (!named) return undefined;
  const [, name = '', from = '', to = from] = named;
  const sort = NAMES.find(([, pattern]) => pattern.test(name))?.[0];
  if (!sort) return undefined;
  const first = Number(from);
  return [{ sort, first, last: Math.max(first, Number(to)) }];
}
