import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readQda } from '../../../../server/src/core/sources/qda/readQda';
import { DIALECTS, projectArchive, projectXml, type Dialect } from '../../../tools/qdaFixtures';

const URI = 'file:///study/project.qdpx';
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const [NVIVO] = DIALECTS as readonly [Dialect, ...Dialect[]];

const archive = (files: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, encode(text)])));

const project = (source: string): string =>
  `<Project name="p"><CodeBook><Codes/></CodeBook><Sources>${source}</Sources></Project>`;

const textSource = (path: string): string =>
  project(
    `<TextSource name="owner" plainTextPath="${path}"><PlainTextSelection guid="d1000000-0000-4000-8000-000000000001" name="Some words…" startPosition="0" endPosition="4"/></TextSource>`,
  );

test('a file that is cut off anywhere is refused with a reason, or read whole', () => {
  const whole = projectArchive(NVIVO);
  const { length } = readQda(whole, URI).selections;
  for (let size = 0; size < whole.length; size += 97) {
    let read: number | undefined;
    try {
      read = readQda(whole.slice(0, size), URI).selections.length;
    } catch (error) {
      expect(error).toBeInstanceOf(Error);
      expect(String(error)).toMatch(/Error: [a-z]/);
      continue;
    }
    expect(read).toBe(length);
  }
});

test('bytes that are flipped change nothing unnoticed', () => {
  const whole = projectArchive(NVIVO);
  const wordsIn = (bytes: Uint8Array): string => {
    const { selections, problems } = readQda(bytes, URI);
    return JSON.stringify(problems.length > 0 ? problems : selections.map(({ text }) => text));
  };
  const expected = wordsIn(whole);
  for (let at = 0; at < whole.length; at += 31) {
    const broken = whole.slice();
    broken[at] = (broken[at] ?? 0) ^ 0x55;
    try {
      expect([expected, expect.stringMatching(/damaged|missing/)]).toContainEqual(wordsIn(broken));
    } catch (error) {
      expect(String(error)).toMatch(/damaged|cut off|no project|password|method|too large/);
    }
  }
});

test('XML that breaks off is refused with its line', () => {
  const xml = projectXml(NVIVO);
  expect(() => readQda(encode(xml.slice(0, 2000)), 'file:///project.qde')).toThrow(/line \d+/);
});

test('a zip bomb is refused before it is unpacked, whatever its directory says of its size', () => {
  const bomb = zipSync({ 'project.qde': new Uint8Array(8 * 1024 * 1024) }, { level: 9 });
  expect(() => readQda(bomb, URI)).toThrow('too large');
  const view = new DataView(bomb.buffer);
  for (let at = 0; at < bomb.length - 46; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
  }
  expect(() => readQda(bomb, URI)).toThrow('too large');
});

test('a directory that lists more files than there are is refused', () => {
  const forged = archive({ 'project.qde': project('') });
  const view = new DataView(forged.buffer);
  view.setUint16(forged.length - 22 + 10, 40_000, true);
  expect(() => readQda(forged, URI)).toThrow('damaged');
});

test('entities and document types are refused', () => {
  const laughs = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><Project name="&b;"/>`;
  expect(() => readQda(archive({ 'project.qde': laughs }), URI)).toThrow('DOCTYPE');
  const outside = `<!DOCTYPE p SYSTEM "file:///etc/passwd"><Project/>`;
  expect(() => readQda(encode(outside), 'file:///p.qdc')).toThrow('DOCTYPE');
});

test('elements that are nested without end are refused', () => {
  const deep = `<Project>${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}</Project>`;
  expect(() => readQda(encode(deep), 'file:///project.qde')).toThrow('too deeply');
});

test('characters that XML forbids cost nothing but a remark', () => {
  const { name, problems } = readQda(encode('<Project name="a&nbsp;b&#x1f;c"/>'), 'file:///p.qde');
  expect(name).toContain('a');
  expect(problems).not.toEqual([]);
});

test.each([
  ['internal://../../secret.txt', 'leads out of the project file'],
  ['internal://missing.txt', 'missing from the project file'],
  ['absolute:///C:/Users/anna/owner.txt', 'kept outside the project file'],
])('%s', (path, reason) => {
  const { selections, problems } = readQda(
    archive({ 'project.qde': textSource(path), '../../secret.txt': 'secret' }),
    URI,
  );
  expect(problems).toEqual([expect.stringContaining(reason)]);
  expect(selections).toHaveLength(1);
  expect(selections[0]?.text).toBe('Some words […]');
});

test.each([
  'internal://owner.txt',
  'relative:///owner.txt',
  'absolute:///x/owner.txt',
  'owner.txt',
  'OWNER.TXT',
  './owner.txt',
])('a text that is in the archive is found as %s', (path) => {
  const { selections } = readQda(
    archive({ 'Project.QDE': textSource(path), 'Sources/Owner.txt': 'Some words here.' }),
    URI,
  );
  expect(selections[0]?.text).toBe('Some');
});

test('what is no QDA file is refused', () => {
  expect(() => readQda(archive({ 'a.txt': 'a' }), URI)).toThrow('no project.qde');
  expect(() => readQda(encode('<html/>'), 'file:///a.qdc')).toThrow('XML of another kind (html)');
  expect(() => readQda(encode('hello'), URI)).toThrow('neither a zip archive nor XML');
  expect(() => readQda(new Uint8Array(), URI)).toThrow('neither a zip archive nor XML');
});

test('codings that name a code that is gone are counted, and keep their other codes', () => {
  const { problems } = readQda(
    archive({
      'project.qde': project(
        `<TextSource name="o"><PlainTextContent>Some words</PlainTextContent><PlainTextSelection guid="d1" startPosition="0" endPosition="4"><Coding><CodeRef targetGUID="nobody"/></Coding></PlainTextSelection></TextSource>`,
      ),
    }),
    URI,
  );
  expect(problems).toEqual(['1 coding names a code that the codebook does not have']);
});
