/** Whether a text still shows what is looked for. */
export type Shows = (text: string) => Promise<boolean>;

const divisions = [
  /(?<=\n)/,
  /(?<=\n)|(?<=[ \t])|(?=[ \t\n])|(?<=[\p{P}\p{S}])|(?=[\p{P}\p{S}])/u,
  '',
];

/** Makes a text that shows something as short as lines, then words and marks, then characters can be left out. */
export async function shrink(text: string, shows: Shows, limit = 1500): Promise<string> {
  const known = new Map<string, boolean>();
  let asked = 0;
  const isSeen = async (candidate: string): Promise<boolean> => {
    const seen = known.get(candidate);
    if (seen !== undefined) return seen;
    if (asked++ >= limit) return false;
    const answer = await shows(candidate);
    known.set(candidate, answer);
    return answer;
  };
  for (let before = ''; before !== text;) {
    before = text;
    for (const division of divisions) text = await leaveOut(text, division, isSeen);
  }
  return text;
}

/** Leaves out runs of pieces, long ones first (delta debugging). */
async function leaveOut(text: string, division: RegExp | string, shows: Shows): Promise<string> {
  let pieces = text.split(division);
  let size = pieces.length >> 1;
  while (size > 0) {
    let hasShrunk = false;
    for (let start = 0; start < pieces.length;) {
      const rest = [...pieces.slice(0, start), ...pieces.slice(start + size)];
      if (await shows(rest.join(''))) {
        pieces = rest;
        hasShrunk = true;
      } else {
        start += size;
      }
    }
    if (!hasShrunk || size > pieces.length) size >>= 1;
  }
  return pieces.join('');
}
