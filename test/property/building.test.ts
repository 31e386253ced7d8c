import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Workspace, type LiveProject } from '../../server/src/core/project';
import { runRules } from '../../server/src/core/rules';
import { MemoryFileSystem, ROOT } from '../tools/memoryFileSystem';

const FILES = {
  'warrant.yaml':
    'manuscript: ["*.md"]\nelements: {c-a: {note: x}, c-w: {is: claim, quote: Words}}\n',
  'a.md':
    '[Trust grew]{.claim #c-a evidence=e-a}. [Trust]{.construct #k-t def=x} [w]{.claim ref=c-b}\n',
  'b.md': 'Words of trust.\n\n[“It did”]{.evidence #e-a supports=c-a} [x]{.claim #c-b from=c-a}\n',
  'c.md': '# H {.mechanism #m-a trigger=#c-a}\n\n[z]{.step of=m-a n=1} [c](#c-b) @k {claim}\n',
};

const edit = fc.record({
  path: fc.constantFrom('a.md', 'b.md', 'c.md'),
  at: fc.nat(80),
  length: fc.nat(12),
  text: fc.constantFrom('', 'x', '[y]{.claim #c-b}', '[t]{.claim ref=c-a}', '#c-a', '\n\n', '{'),
  /** After how many pauses it comes. */
  pauses: fc.integer({ min: 1, max: 3 }),
});

function picture({ elements, links, references, problems }: LiveProject) {
  const placeOf = ({ uri, range }: { uri: string; range: { start: number; end: number } }) =>
    `${uri} ${range.start}-${range.end}`;
  return {
    elements: elements.map(({ kind, id, place, occurrences, attributes }) => [
      kind,
      id,
      placeOf(place),
      occurrences.length,
      attributes.length,
    ]),
    links: links.map(({ kind, declarations }) => [
      kind,
      declarations.map(({ place }) => placeOf(place)),
    ]),
    references: references.map(({ place, resolution }) => [
      placeOf(place),
      resolution !== undefined,
    ]),
    problems: problems.map(({ message, place }) => [message, placeOf(place)]),
  };
}

test('a project that is edited while it is put together is what it would be if it were read afresh', async () => {
  let editedWhileBuilt = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), async (edits) => {
      const disk = new MemoryFileSystem(FILES);
      const waiting = [...edits];
      let asked = 0;
      let pauses = 0;
      let builds = 0;
      const workspace = new Workspace(disk, {
        onRead: (read) => {
          if (read === 1) builds++;
        },
        pace: {
          // Each slice gets something done.
          isDue: () => ++asked % 3 === 0,
          pause: () => {
            const [next] = waiting;
            if (next && ++pauses >= next.pauses) {
              pauses = 0;
              waiting.shift();
              const text = workspace.openText(ROOT + next.path) ?? '';
              const start = Math.min(next.at, text.length);
              const end = Math.min(start + next.length, text.length);
              workspace.editDocument(ROOT + next.path, [
                { range: { start, end }, newText: next.text },
              ]);
            }
            return Promise.resolve();
          },
        },
      });
      for (const path of ['a.md', 'b.md', 'c.md'] as const) {
        workspace.setDocument(ROOT + path, FILES[path]);
      }
      let project: LiveProject;
      let left: number;
      // An edit that comes before anything is put together, or changes what belongs together, starts it anew.
      do {
        left = waiting.length;
        builds = 0;
        project = await workspace.projectOf(`${ROOT}a.md`);
        if (waiting.length < left && builds === 1) editedWhileBuilt++;
      } while (waiting.length < left);
      const fresh = new Workspace(disk);
      for (const path of ['a.md', 'b.md', 'c.md']) {
        fresh.setDocument(ROOT + path, workspace.openText(ROOT + path) ?? '');
      }
      const expected = await fresh.projectOf(`${ROOT}a.md`);
      expect(picture(project)).toEqual(picture(expected));
      const found = (of: LiveProject) => runRules(of).map(({ rule, message }) => [rule, message]);
      expect(await workspace.whenRead(() => found(project))).toEqual(
        await fresh.whenRead(() => found(expected)),
      );
    }),
    { numRuns: Number(process.env['WARRANT_RUNS'] ?? 100) },
  );
  expect(editedWhileBuilt).toBeGreaterThan(0);
});
