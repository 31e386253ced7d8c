/** What is said in a transcript: sentences of words that are as rare and as frequent as in speech. */
export interface Transcript {
  readonly text: string;
  readonly sentences: readonly string[];
}

/** So many words a transcript may have; the first ones are most frequent (Zipf). */
const VOCABULARY = 12_000;

const FREQUENT =
  'the of and to in that it is was for on with as you they we this have not but what be are had there then so when at my'.split(
    ' ',
  );

/** An interview of a length in UTF-16 units; the same length gives the same interview. */
export function transcript(length: number): Transcript {
  const random = randomFrom(7);
  const sentences: string[] = [];
  const lines: string[] = [];
  let size = 0;
  for (let turn = 0; size < length; turn++) {
    const said: string[] = [];
    for (let count = turn % 2 === 0 ? 1 : 2 + Math.floor(random() * 6); count > 0; count--) {
      const words = Array.from({ length: 8 + Math.floor(random() * 14) }, () => wordOf(random()));
      said.push(`${words.join(' ')}.`);
    }
    if (turn % 2 === 1) sentences.push(...said);
    lines.push(`${turn % 2 === 0 ? 'INT' : 'R1'}: ${said.join(' ')}`);
    size += lines.at(-1)?.length ?? 0;
  }
  return { text: `${lines.join('\n')}\n`, sentences };
}

/**
 * Quotations from a transcript: of ten, six as they are, three with a word less and another one changed, and one that is
 * made up of its words.
 */
export function quotationsFrom({ sentences }: Transcript, count: number): string[] {
  const random = randomFrom(11);
  return Array.from({ length: count }, (_, index) => {
    const sentence = sentences[Math.floor(random() * sentences.length)] ?? '';
    const words = sentence.split(' ');
    if (index % 10 < 6) return sentence;
    if (index % 10 === 9) return words.map(() => wordOf(random())).join(' ');
    const at = 2 + Math.floor(random() * (words.length - 4));
    return [...words.slice(0, at), ...words.slice(at + 1, -1), wordOf(random())].join(' ');
  });
}

function wordOf(chance: number): string {
  const rank = Math.floor(VOCABULARY ** chance) - 1;
  const frequent = FREQUENT[rank];
  if (frequent !== undefined) return frequent;
  let word = '';
  for (let rest = rank; rest > 0; rest = Math.floor(rest / 20)) {
    word += `${'bdfgklmnprstvwzchjqx'.charAt(rest % 20)}${'aeiou'.charAt(rest % 5)}`;
  }
  return word;
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
