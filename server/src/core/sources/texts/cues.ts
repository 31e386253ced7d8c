import { decodeReferences } from '../../syntax/entities';

/** A stretch of a cue that one speaker says. */
export interface Voice {
  /** By its voice span; who speaks by a name in the text is found later. */
  readonly speaker: string | undefined;
  /** Without tags, lines joined by a space. */
  readonly text: string;
  /** Where stretches of the text stand in the file: each begins at `at` and goes on until the next one. */
  readonly pieces: readonly { readonly at: number; readonly inFile: number }[];
}

/** What is said between two times, in seconds. */
export interface Cue {
  readonly start: number;
  readonly end: number;
  readonly voices: readonly Voice[];
}

const TIMING =
  /^\s*(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})\s*-->\s*(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})(?:\s|$)/;

interface FileLine {
  readonly text: string;
  readonly start: number;
}

/**
 * The cues of a WebVTT or SubRip file in the order of the file, and how many lines with `-->` are none. Comments, styles and
 * regions are left out; a cue's text ends at a blank line, as both formats say.
 */
export function readCues(file: string): { readonly cues: readonly Cue[]; readonly broken: number } {
  const lines = linesOf(file);
  const isRolling = /<\d{1,2}:\d\d(?::\d\d)?\.\d{3}>/.test(file);
  const cues: Cue[] = [];
  let broken = 0;
  let lastShown = '';
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (!line?.text.includes('-->')) continue;
    const timing = TIMING.exec(line.text);
    if (!timing) {
      broken++;
      continue;
    }
    const shown: FileLine[] = [];
    while (index + 1 < lines.length) {
      const next = lines[index + 1];
      if (!next || next.text.trim() === '' || next.text.includes('-->')) break;
      shown.push(next);
      index++;
    }
    // Where words come one by one, each cue shows the line before once more.
    const fresh =
      isRolling && shown[0] && plain(shown[0].text) === lastShown ? shown.slice(1) : shown;
    const last = shown.at(-1);
    if (last) lastShown = plain(last.text);
    const voices = voicesOf(fresh);
    if (voices.length === 0) continue;
    const [, h1, m1, s1, f1, h2, m2, s2, f2] = timing;
    cues.push({ start: seconds(h1, m1, s1, f1), end: seconds(h2, m2, s2, f2), voices });
  }
  return { cues, broken };
}

function seconds(h = '0', m = '0', s = '0', fraction = '0'): number {
  return Number(h) * 3600 + Number(m) * 60 + Number(s) + Number(`0.${fraction}`);
}

function linesOf(file: string): FileLine[] {
  const lines: FileLine[] = [];
  for (const { 0: text, index } of file.matchAll(/[^\r\n]*(?:\r\n?|\n|$)/g)) {
    lines.push({ text: text.replace(/[\r\n]+$/, ''), start: index });
  }
  return lines;
}

const TAG = /<(\/?)([a-z]*|\d[\d:.]*)(?:\.[^\s>]*)?(?:\s+([^>]*))?>|\{\\[^}]*\}|&(?:#\w+|\w+);/giy;

function plain(text: string): string {
  return text.replace(/<[^>]*>/g, '').trim();
}

/** Cuts the lines of a cue where another speaker begins, and takes the tags out. */
function voicesOf(lines: readonly FileLine[]): Voice[] {
  const voices: Voice[] = [];
  let speaker: string | undefined;
  // Looking into a text that grows by pieces costs its length each time.
  let parts: string[] = [];
  let length = 0;
  let pieces: { at: number; inFile: number }[] = [];
  const append = (words: string) => {
    parts.push(words);
    length += words.length;
  };
  const finish = () => {
    const text = parts.join('').trimEnd();
    if (text !== '') voices.push({ speaker, text, pieces });
    parts = [];
    length = 0;
    pieces = [];
  };
  const add = (words: string, inFile: number) => {
    const fresh = length === 0 ? words.trimStart() : words;
    if (fresh === '') return;
    pieces.push({ at: length, inFile: inFile + words.length - fresh.length });
    append(fresh);
  };
  for (const { text: line, start } of lines) {
    if (length > 0 && !parts.at(-1)?.endsWith(' ')) append(' ');
    for (let at = 0; at < line.length;) {
      TAG.lastIndex = at;
      const tag = '<{&'.includes(line.charAt(at)) ? TAG.exec(line) : null;
      if (!tag) {
        const next = line.slice(at + 1).search(/[<{&]/);
        const end = next < 0 ? line.length : at + 1 + next;
        add(line.slice(at, end), start + at);
        at = end;
        continue;
      }
      const [whole, slash, name = '', annotation] = tag;
      if (whole.startsWith('&')) add(decodeReferences(whole), start + at);
      else if (name.toLowerCase() === 'v') {
        finish();
        speaker = slash === '' ? annotation?.trim().replace(/\s+/g, ' ') : undefined;
      }
      at += whole.length;
    }
  }
  finish();
  return voices;
}
