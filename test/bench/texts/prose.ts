import type { Piece } from './content';

/** Random choices that are the same for the same seed. */
export interface Chooser {
  /** A whole number from 0 up to, but without, the bound. */
  below(bound: number): number;
  oneOf<T>(items: readonly [T, ...T[]]): T;
}

/** Chooses by a source of numbers from 0 to 1. */
export function chooserOf(random: () => number): Chooser {
  const below = (bound: number) => Math.floor(random() * bound);
  return { below, oneOf: (items) => items[below(items.length)] ?? items[0] };
}

const WHO = [
  'the foreman of the rigging crew',
  'the owners',
  'a purchasing manager',
  'the works council',
  'two of the smaller firms',
  'the chair',
  'our informants',
  'the younger engineers',
  'the auditors',
  'members who had joined late',
  'the site director',
  'most of the contractors',
] as const;

const DID = [
  'kept coming back to',
  'put off any talk of',
  'took over',
  'wrote down',
  'called into question',
  'came to rely on',
  'made little of',
  'quietly gave up',
  'defended',
  'found a use for',
  'spoke well of',
  'asked for a second look at',
] as const;

const WHAT = [
  'the list of open points',
  'what had been agreed in spring',
  'the rule about visits',
  'the scheme of points and its bonus',
  'a habit that nobody had ordered',
  'the minutes of the last meeting',
  'the question of who was to pay',
  'the joint training days',
  'the warnings of the insurer',
  'an understanding between neighbours',
  'the work on the second furnace',
  'a shared sense of what was safe',
] as const;

const WHEN = [
  'before the first audit',
  'in the second winter',
  'after the order had been withdrawn',
  'once the crews had met',
  'while prices fell',
  'over several months',
  'when the letter came',
  'at the end of that year',
  'without being asked',
  'as far as the record shows',
] as const;

const ASIDES = [
  '— or so it seemed at the time —',
  '(we return to this below)',
  ', as one of them put it, “for want of anything better”,',
  '; the minutes don’t say why',
  ', though not all of them,',
  '— a point that the literature tends to pass over —',
] as const;

const KEYS = [
  'ring1994',
  'vandeven1995',
  'gulati2007',
  'argyris1978',
  'edmondson1999',
  'langley1999',
  'zucker1986',
  'sitkin1992',
] as const;

/** The terms of the constructs that a paper of any length defines, each once, and uses from then on. */
export const TERMS = [
  'relational trust',
  'rule keeping',
  'shared vigilance',
  'candour',
  'compulsory compliance',
  'double-loop learning',
  'psychological safety',
  'peripheral membership',
  'core membership',
  'boundary work',
  'calculative commitment',
  'affective commitment',
  'sponsor withdrawal',
  'platform incubation',
  'collective memory',
  'joint sensemaking',
  'institutional distrust',
  'tacit coordination',
  'role ambiguity',
  'mutual forbearance',
  'procedural fairness',
  'mission drift',
  'contractual slack',
  'normative pressure',
] as const;

/** A sentence of prose; now and then with a construct's term, a citation, an aside or emphasis. */
export function sentence(choose: Chooser, terms: readonly string[]): Piece[] {
  const who = choose.oneOf(WHO);
  const start = who.charAt(0).toUpperCase() + who.slice(1);
  const did = choose.oneOf(DID);
  const what = choose.oneOf(WHAT);
  const when = choose.oneOf(WHEN);
  switch (choose.below(14)) {
    case 0:
      return [`${start} ${did} ${what} `, { cite: choose.oneOf(KEYS), pages: pages(choose) }, '. '];
    case 1:
      return [`${start}${spaced(choose.oneOf(ASIDES))} ${did} ${what} ${when}. `];
    case 2:
      return [
        `What ${who} ${did} was not ${what} but `,
        { emphasis: 'how' },
        ` it had come about. `,
      ];
    case 3:
      return [`“We’d have stayed anyway,” said one of them, and ${who} ${did} ${what}. `];
    case 4:
    case 5: {
      const term = terms[choose.below(terms.length)] ?? 'this';
      return [`Where ${term} was at stake, ${who} ${did} ${what} ${when}. `];
    }
    default:
      return [
        `${start} ${did} ${what} ${when}, and ${choose.oneOf(WHO)} ${choose.oneOf(DID)} it. `,
      ];
  }
}

function spaced(aside: string): string {
  return /^[,;]/.test(aside) ? aside : ` ${aside}`;
}

function pages(choose: Chooser): string {
  const first = 10 + choose.below(400);
  return `pp. ${first}–${first + 1 + choose.below(9)}`;
}
