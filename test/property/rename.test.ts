import process from 'node:process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { prepareRename, renameAt } from '../../server/src/core/features/renaming/rename';
import type { Node, Project } from '../../server/src/core/project';
import { applyEdits } from '../../server/src/core/text/textEdit';
import { ROOT } from '../tools/memoryFileSystem';
import { projectFrom, type Files } from '../tools/project';

const RUNS = Number(process.env['WARRANT_RUNS'] ?? 60);

/** Some begin or end like others. */
const IDS = ['c-a', 'c-a-b', 'a', 'c.a', 'c:a', 'ü-b', 'k_1', 'fig-x', 'owner'];

/** `ID` stands for any id; each of them is a paragraph, which may stand in a quote. */
const PIECES = [
  '[Trust *grew*]{.claim #ID}',
  '[It did]{.claim #ID evidence="ID, @kay\n  ID" from=#ID}',
  '["Yes"]{.evidence #ID source="ID @ID" supports=ID tests=\'ID:hoop ID:straw:pass\'}',
  '[again]{.claim #ID ref=ID}',
  '<span class="claim" id="ID" data-evidence="ID">there</span>',
  '[Trust]{.construct #ID def="what ID is"}',
  '![Rate](r.png){.evidence #ID supports="ID"}',
  '## Phase {.step #ID of=ID after="ID"}',
  '# Heading {#ID}',
  '# Trust',
  '::: {.mechanism #ID trigger="#ID; the ID" outcome="#ID #ID"}\n\nHow.\n\n:::',
  'See [there](#ID), [here][r], [over there](two.md#ID) and @ID, [-@ID; @{ID}].',
  '[r]: #ID "the ID"',
  '`[x](#ID)` and \\[x\\](#ID) and [x](else.md#ID) and [x](https://x.y/two.md#ID)',
  '<!-- [x]{.claim #ID} [x](two.md#ID) -->',
  '```\n[x]{.claim #ID} [x](two.md#ID)\n```',
  '```{r}\n#| label: ID\n```',
  'ID or #ID or {.claim #ID}.',
];

const ENTRIES = [
  'ID: {type: finding, evidence: [ID, "#ID"]} # ID',
  '"#ID": {is: claim, quote: Trust grew, from: ID ID}',
  "'ID':\n      is: mechanism\n      trigger: '#ID'\n      outcome: >-\n        #ID\n        #ID",
  'ID: {supports: ID}',
];

const id = fc.constantFrom(...IDS);
const filled = (templates: readonly string[]) =>
  fc
    .tuple(fc.constantFrom(...templates), fc.array(id, { minLength: 8, maxLength: 8 }))
    .map(([template, ids]) => {
      let at = 0;
      return template.replace(/ID/g, () => ids[at++ % ids.length] ?? '');
    });
const lineEnds = fc.constantFrom('\n', '\r\n');
const text = fc
  .tuple(fc.array(fc.tuple(filled(PIECES), fc.boolean()), { maxLength: 8 }), lineEnds)
  .map(([pieces, end]) =>
    pieces
      .map(([piece, isQuoted]) => (isQuoted ? `> ${piece.replaceAll('\n', '\n> ')}` : piece))
      .join('\n\n')
      .replaceAll('\n', end),
  );
/** A key that stands twice, in quotes or not, is no YAML. */
const keyOf = (entry: string) => /^['"]?(.*?)['"]?:\s/.exec(entry)?.[1];
const elements = (indent: string) =>
  fc
    .uniqueArray(filled(ENTRIES), { maxLength: 3, selector: keyOf })
    .map((entries) =>
      entries.length === 0
        ? ''
        : `${indent}elements:\n${indent}  ${entries.join(`\n${indent}  `)}\n`,
    );
const files: fc.Arbitrary<Files> = fc
  .tuple(text, text, elements(''), elements('  '), fc.boolean())
  .map(([one, two, shared, own, isDeclared]) => ({
    'warrant.yaml': `manuscript: [one.md, two.md] # both\n${isDeclared ? 'sources: [{id: owner}, {ids: [a, north]}]\n' : ''}${shared}`,
    'one.md': `${own === '' ? '' : `---\nwarrant:\n${own}---\n\n`}${one}`,
    'two.md': two,
  }));

/** All that a project says of names, with one name for another. */
function graph(project: Project, from: string, to: string): string[] {
  const name = (other: string | undefined) => (other === from ? to : other);
  const nodeName = (node: Node) => {
    if (node.type === 'element') return `#${name(node.element.id) ?? node.element.text}`;
    return node.type === 'citation' ? `@${node.key}` : `source ${name(node.id)}`;
  };
  return [
    ...project.elements.map(({ kind, id: own, text: words, place }) =>
      [kind, name(own), words, place.uri].join(' '),
    ),
    ...project.sources.map((source) => `source ${name(source.id)}`),
    ...project.links.map(({ kind, from: one, to: other, tests }) =>
      [kind, nodeName(one), nodeName(other), ...tests.map(({ test }) => test)].join(' '),
    ),
    ...project.references.map(({ place, by, target, resolution }) =>
      [place.uri, by, by === 'citation' ? '' : name(target), resolution?.type].join(' '),
    ),
    ...project.files.flatMap(({ uri, facts }) =>
      facts.ids.map(({ id: own, kind }) => `${uri} ${kind} ${name(own)}`),
    ),
    ...project.problems.map(({ rule }) => rule),
  ].sort();
}

function edited(before: Files, changes: ReadonlyMap<string, Parameters<typeof applyEdits>[1]>) {
  const after: Record<string, string> = { ...before };
  for (const [uri, edits] of changes) {
    const path = uri.slice(ROOT.length);
    after[path] = applyEdits(before[path] ?? '', edits);
  }
  return after;
}

test('after a renaming the graph is the same but for the name, and renaming back gives the very bytes', async () => {
  let renamed = 0;
  await fc.assert(
    fc.asyncProperty(files, id, fc.nat(), async (before, from, choice) => {
      const project = await projectFrom(before, 'one.md');
      const to = from.startsWith('fig-') ? 'fig-new' : 'z-new';
      const places = Object.entries(before).flatMap(([path, content]) =>
        [...content.matchAll(new RegExp(from.replace('.', '\\.'), 'g'))].map(({ index }) => ({
          uri: ROOT + path,
          offset: index + 1,
        })),
      );
      const place = places[choice % Math.max(1, places.length)];
      if (!place) return;
      // With one name for a source and for something else, only one of them could be renamed back.
      const isElse = project.element(from) !== undefined || project.knownIds(from).length > 0;
      if (project.source(from) && isElse) return;
      const prepared = prepareRename(project, place.uri, place.offset);
      if (!prepared.ok || prepared.placeholder !== from) return;
      const there = renameAt(project, place.uri, place.offset, to);
      if (!there.ok) throw new Error(there.message);
      renamed++;
      const after = edited(before, there.changes);
      const project2 = await projectFrom(after, 'one.md');
      expect(graph(project2, from, to)).toEqual(graph(project, from, to));
      const [first] = there.changes;
      const [uri, edits] = first ?? [];
      const back = renameAt(project2, uri ?? '', edits?.[0]?.range.start ?? 0, from);
      if (!back.ok) throw new Error(back.message);
      expect(edited(after, back.changes)).toEqual(before);
    }),
    { numRuns: RUNS },
  );
  // Else nothing was shown.
  expect(renamed).toBeGreaterThan(RUNS / 10);
}, 300_000);
