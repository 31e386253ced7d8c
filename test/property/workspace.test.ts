import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Workspace, type Project } from '../../server/src/core/project';
import { runRules } from '../../server/src/core/rules';
import { LineIndex } from '../../server/src/core/text/lineIndex';
import { warrant } from '../tools/command';
import { MemoryFileSystem, ROOT } from '../tools/memoryFileSystem';

const TEXTS = [
  '[Trust grew]{.claim #c-a evidence=e-a}.\n',
  '[“It did,” he said]{.evidence #e-a supports=c-a}.\n',
  '---\nwarrant: {stage: submission, sources: [{id: s}]}\n---\n\n[x]{.claim #c-b note=y from=c-a}\n',
  '{{< include part.md >}}\n\n[y]{.claim #c-c}\n',
  '{{< include sub/b.md >}}\n',
  '[y]{.claim ref=c-a} {claim}\n',
  'Words.\n',
];
const CONFIGS = [
  'manuscript: [a.md, sub/*.md]\n',
  'manuscript: ["**/*.md", "!part.md"]\nstages: draft\n',
  'sources: [{id: s}]\nelements: {c-a: {note: x}}\n',
  'manuscript: [\n',
];
const MANUSCRIPTS = ['a.md', 'part.md', 'sub/b.md', 'sub/new/c.md'];
const CONFIG_FILES = ['warrant.yaml', 'sub/warrant.yaml'];

const change = fc.oneof(
  fc.record({ path: fc.constantFrom(...MANUSCRIPTS), text: fc.constantFrom(...TEXTS) }),
  fc.record({ path: fc.constantFrom(...CONFIG_FILES), text: fc.constantFrom(...CONFIGS) }),
  fc.record({
    path: fc.constantFrom(...MANUSCRIPTS, ...CONFIG_FILES),
    text: fc.constant(undefined),
  }),
);
const action = fc.record({
  change,
  by: fc.constantFrom('editor', 'disk'),
  /** Which project is asked for in between, so that something is kept that may be stale. */
  ask: fc.constantFrom(...MANUSCRIPTS, ...CONFIG_FILES),
});

function picture(project: Project) {
  return {
    root: project.root,
    kind: project.kind,
    files: project.files.map(({ uri, participates, stage }) => [uri, participates, stage]),
    elements: project.elements.map(({ kind, id, place, attributes }) => [
      kind,
      id,
      place,
      attributes.length,
    ]),
    links: project.links.map(({ kind, declarations }) => [
      kind,
      declarations.map(({ place }) => place),
    ]),
    problems: project.problems,
    findings: runRules(project).map(({ rule, place, message }) => [rule, place, message]),
  };
}

test('after any changes, a project is what it would be if it were read afresh', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 10 }), async (actions) => {
      const disk = new MemoryFileSystem({ 'other.txt': '' });
      const workspace = new Workspace(disk);
      const open = new Map<string, string>();
      for (const {
        change: { path, text },
        by,
        ask,
      } of actions) {
        if (by === 'disk') {
          if (text === undefined) disk.remove(path);
          else disk.write(path, text);
          workspace.fileChanged(ROOT + path);
        } else if (text === undefined) {
          open.delete(path);
          workspace.closeDocument(ROOT + path);
        } else {
          open.set(path, text);
          workspace.setDocument(ROOT + path, text);
        }
        await workspace.projectOf(ROOT + ask);
      }
      for (const path of [...MANUSCRIPTS, ...CONFIG_FILES]) {
        const fresh = new Workspace(disk);
        for (const [name, text] of open) fresh.setDocument(ROOT + name, text);
        const project = await workspace.projectOf(ROOT + path);
        const expected = await fresh.projectOf(ROOT + path);
        expect(await workspace.whenRead(() => picture(project))).toEqual(
          await fresh.whenRead(() => picture(expected)),
        );
      }
    }),
    { numRuns: 60 },
  );
});

const pieces = fc.constantFrom(
  ...TEXTS,
  ...CONFIGS,
  '---\n',
  'warrant:\n',
  '::: {.claim #x}\n',
  ':::\n',
  '[',
  ']{.evidence supports="',
  '"}',
  '<span class=claim ',
  '\0',
  '\r',
  '\uFEFF',
  '\ud800',
  '\t',
  '- &a [*a, ',
  '{#id .step n=',
  '# ',
  '| a | b |\n|---|---|\n',
  '`',
  '$$',
  '@',
);
const content = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 8 })), {
  maxLength: 14,
});

test('check reports or is silent, whatever a file holds', async () => {
  await fc.assert(
    fc.asyncProperty(content, content, async (manuscript, config) => {
      const files = { 'a.md': manuscript.join(''), 'warrant.yaml': config.join('') };
      for (const format of ['text', 'json']) {
        const { code, err } = await warrant(['check', '--format', format, 'a.md'], files);
        expect(err).toBe('');
        expect([0, 1]).toContain(code);
      }
    }),
    { numRuns: 150 },
  );
});

test('bytes of any kind are no reason to fail', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), async (bytes) => {
      const { code, err } = await warrant(['check', 'a.md'], { 'a.md': bytes });
      expect(err).toBe('');
      expect([0, 1]).toContain(code);
    }),
    { numRuns: 100 },
  );
});

test('offsets and positions lead to each other', () => {
  const text = fc
    .array(fc.constantFrom('a', '😀', '\n', '\r\n', '\r', '\u2028', ''))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (written) => {
      const index = new LineIndex(written);
      for (let offset = 0; offset <= written.length; offset++) {
        const position = index.positionAt(offset);
        const back = index.offsetAt(position);
        // Between the two characters of a line break there is no position of its own.
        const isInBreak = written[offset - 1] === '\r' && written[offset] === '\n';
        expect(back).toBe(isInBreak ? offset - 1 : offset);
        expect(position.line).toBeLessThan(index.lineCount);
      }
    }),
    { numRuns: 200 },
  );
});
