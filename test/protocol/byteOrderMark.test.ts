import { afterEach, expect, test } from 'vitest';
import { LocalServer } from './localServer';

// Unicode 16.0 §23.8: the mark is no part of the text, but editors may count it as its first character.

const MARK = '\uFEFF';
const uri = 'untitled:A';
let server: LocalServer;

afterEach(() => {
  server.dispose();
});

const range = (line: number, from: number, to: number) => ({
  start: { line, character: from },
  end: { line, character: to },
});

/** Where the first finding begins. */
const place = () => server.published.get(uri)?.[0]?.range.start;

async function openWith(text: string): Promise<void> {
  server = await LocalServer.start();
  await server.open(uri, text);
}

test('a first line behind a mark is edited where the editor says', async () => {
  await openWith(`${MARK}[Trust]{.claim #c-trust}.\n`);
  await server.until('a finding', () => server.rules(uri).length === 1);
  // From `.claim` to `.step`, behind the mark: with other offsets it is neither.
  await server.change(uri, { range: range(0, 9, 15), text: '.step' });
  await server.settled();
  expect(server.rules(uri)).not.toContain('unsupported-finding');
  await server.change(uri, { range: range(0, 9, 14), text: '.claim' });
  await server.until('the finding again', () => server.rules(uri).includes('unsupported-finding'));
});

test('a mark that is deleted is no longer counted', async () => {
  await openWith(`${MARK}[Trust]{.claim #c-trust}.\n`);
  await server.change(uri, { range: range(0, 0, 1), text: '' });
  await server.change(uri, { range: range(0, 0, 0), text: 'So ' });
  await server.until('the place without the mark', () => place()?.character === 4);
});

test('a mark that comes first is counted from then on', async () => {
  await openWith('[Trust]{.claim #c-trust}.\n');
  await server.change(uri, { range: range(0, 0, 0), text: MARK });
  await server.change(uri, { range: range(0, 9, 15), text: '.step' });
  await server.settled();
  expect(server.rules(uri)).not.toContain('unsupported-finding');
});

test('a mark that comes first as what stood before it goes is counted from then on', async () => {
  await openWith(`So ${MARK}[Trust]{.claim #c-trust}.\n`);
  await server.change(uri, { range: range(0, 0, 3), text: '' });
  await server.change(uri, { range: range(0, 9, 15), text: '.step' });
  await server.settled();
  expect(server.rules(uri)).not.toContain('unsupported-finding');
});
