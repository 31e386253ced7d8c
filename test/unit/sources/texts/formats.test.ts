import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { SOURCE_TEXT, type SourceText } from '../../../../server/src/core/sources/texts';

function read(content: string | Uint8Array, name: string): SourceText {
  const bytes = typeof content === 'string' ? strToU8(content) : content;
  return SOURCE_TEXT.read(bytes, `file:///data/${name}`);
}

function utf16(text: string, isBigEndian: boolean, hasMark: boolean): Uint8Array {
  const units = (hasMark ? '\uFEFF' : '') + text;
  const view = new DataView(new ArrayBuffer(units.length * 2));
  for (let at = 0; at < units.length; at++)
    view.setUint16(at * 2, units.charCodeAt(at), !isBigEndian);
  return new Uint8Array(view.buffer);
}

describe('plain text', () => {
  const text = 'De vraag: “één café”.\r\nJa.';

  it.each<[string, Uint8Array]>([
    ['UTF-8', strToU8(text)],
    ['UTF-8 with a mark', strToU8(`\uFEFF${text}`)],
    ['UTF-16 of Windows', utf16(text, false, true)],
    ['UTF-16 of other machines', utf16(text, true, true)],
    ['UTF-16 without a mark', utf16(text, false, false)],
  ])('is read from %s', (_, bytes) => {
    const source = read(bytes, 'a.txt');
    expect(source.text).toBe(text);
    expect(source.offsetInFile?.(source.text.indexOf('Ja'))).toBe(text.indexOf('Ja'));
  });

  it('is read as Windows-1252 where it is not UTF-8, which is said', () => {
    const source = read(Uint8Array.from([0x93, 0xe9, 0xe9, 0x6e, 0x94, 0x20, 0x85]), 'a.txt');
    expect(source.text).toBe('“één” …');
    expect(source.note).toMatch(/Windows-1252/);
  });

  it('has its places where an editor has them that opens Windows-1252 as UTF-8', () => {
    // E9 93 is one broken letter there, C3 A9 an é, and E9 a broken letter by itself.
    const bytes = Uint8Array.from([
      ...[0xe9, 0x93, 0x61, 0x0a, 0xc3, 0xa9, 0x62, 0x20, 0xe9, 0x63, 0x0a, 0x64],
    ]);
    const source = read(bytes, 'a.txt');
    const opened = new TextDecoder().decode(bytes);
    expect(source.text).toBe('é“a\nÃ©b éc\nd');
    for (const letter of ['a', 'b', 'c', 'd']) {
      expect(source.offsetInFile?.(source.text.indexOf(letter))).toBe(opened.indexOf(letter));
    }
  });

  it('is no picture', () => {
    expect(() => read(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0xff), 'a.txt')).toThrow(
      /no text/,
    );
  });

  it('keeps the words of Markdown as they stand', () => {
    const markdown = '# Day 3\n\nThey said *nothing*. [link](x.md)\n';
    expect(read(markdown, 'notes.md').text).toBe(markdown);
  });
});

const VTT = `WEBVTT - Interview 7

NOTE transcribed by hand

STYLE
::cue { color: red }

1
00:00:01.000 --> 00:00:04.000 align:start
<v Anna de Vries>So you &amp; your son

00:00:04.000 --> 00:00:06.500
<v Anna de Vries>signed on the <i>Friday</i>?</v>

intro-2
00:00:07.000 --> 00:00:09.000
<v.loud Owner>We did.
We had no choice.

01:02:00.000 --> 01:02:03.000
<v Anna de Vries>I see.</v> <v Owner>Do you?</v>
`;

describe('WebVTT', () => {
  it('joins cues to what each speaker says', () => {
    const source = read(VTT, 'a.vtt');
    expect(source.text).toBe(
      'So you & your son signed on the Friday?\nWe did. We had no choice.\nI see.\nDo you?',
    );
    expect(source.turns.map(({ speaker }) => speaker)).toEqual([
      'Anna de Vries',
      'Owner',
      'Anna de Vries',
      'Owner',
    ]);
    expect(source.placeOf(source.text.indexOf('no choice'))).toBe('min 0');
    expect(source.placeOf(source.text.indexOf('Do you'))).toBe('min 62');
  });

  it.each(['\n', '\r\n'])('leads back to the file, with lines that end in %j', (lineEnd) => {
    const file = VTT.replaceAll('\n', lineEnd);
    const source = read(file, 'a.vtt');
    for (const word of [
      'So you',
      'your son',
      'signed',
      'Friday',
      'We did',
      'no choice',
      'Do you',
    ]) {
      const at = source.offsetInFile?.(source.text.indexOf(word)) ?? -1;
      expect(file.slice(at, at + word.length)).toBe(word);
    }
  });

  it('takes names before a colon, as Zoom writes them, out of the speech', () => {
    const source = read(
      'WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nDana Whitlock: Why then?\n\n2\n00:00:02.000 --> 00:00:03.000\nHenk Smit: So it was.\n\n3\n00:00:03.000 --> 00:00:05.000\nDana Whitlock: I see.\n\n4\n00:00:05.000 --> 00:00:06.000\nHenk Smit: Good.\n',
      'a.vtt',
    );
    expect(source.text).toBe('Why then?\nSo it was.\nI see.\nGood.');
    expect(source.turns.map(({ speaker }) => speaker)).toEqual([
      'Dana Whitlock',
      'Henk Smit',
      'Dana Whitlock',
      'Henk Smit',
    ]);
    const at = source.offsetInFile?.(source.text.indexOf('So it')) ?? 0;
    expect(at).toBeGreaterThan(60);
  });

  it('shows once what rolling captions show twice', () => {
    const source = read(
      'WEBVTT\n\n00:00:00.000 --> 00:00:02.000\n \nwe<00:00:00.500><c> came</c><00:00:01.000><c> home</c>\n\n00:00:02.000 --> 00:00:02.010\nwe came home\n\n00:00:02.010 --> 00:00:04.000\nwe came home\nwith<00:00:03.000><c> a list</c>\n',
      'a.vtt',
    );
    expect(source.text).toBe('we came home with a list');
  });

  it('says how many times cannot be read, and keeps the rest', () => {
    const source = read(
      'WEBVTT\n\n00:00 --> later\nLost.\n\n00:00:01.000 --> 00:00:02.000\nKept.\n',
      'a.vtt',
    );
    expect(source.text).toBe('Kept.');
    expect(source.note).toMatch(/1 of the lines/);
  });

  it('reads a cue of very many lines', () => {
    const source = read(`WEBVTT\n\n00:01.000 --> 00:02.000\n${'So.\n'.repeat(50_000)}`, 'a.vtt');
    expect(source.text).toHaveLength(4 * 50_000 - 1);
  });

  it('refuses a file without cues', () => {
    expect(() => read('Just words.\n', 'a.vtt')).toThrow(/no cues/);
    expect(() => read('', 'a.srt')).toThrow(/no cues/);
  });
});

describe('SubRip', () => {
  it('is read with its tags, names and times', () => {
    const file =
      '1\r\n00:00:01,000 --> 00:00:03,000\r\n{\\an8}INT: <b>Why</b> then?\r\n\r\n2\r\n00:01:03,000 --> 00:01:05,000 X1:40 X2:600\r\nR1: So it was,\r\nand so it is.\r\n\r\n3\r\n00:01:05,500 --> 00:01:06,000\r\nSo.\r\n\r\n4\r\n00:02:00,000 --> 00:02:01,000\r\nINT: I see.\r\n';
    const source = read(file, 'a.srt');
    expect(source.text).toBe('Why then?\nSo it was, and so it is. So.\nI see.');
    expect(source.turns.map(({ speaker }) => speaker)).toEqual(['INT', 'R1', 'INT']);
    expect(source.placeOf(source.text.indexOf('and so'))).toBe('min 1');
    const at = source.offsetInFile?.(source.text.indexOf('and so')) ?? 0;
    expect(file.slice(at, at + 6)).toBe('and so');
  });
});
