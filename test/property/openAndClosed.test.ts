import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Workspace } from '../../server/src/core/project';
import { runRules } from '../../server/src/core/rules';
import { MemoryFileSystem, ROOT } from '../tools/memoryFileSystem';
import { differenceOf, layersOf, type Layers } from './layers';

/** So few ids that they are doubled, and refer to one another. */
const id = fc.constantFrom('a', 'b', 'c', 'd');
const ids = fc.tuple(id, id);

const piece = fc.oneof(
  ids.map(([x, y]) => `[Trust ${x} grew]{.claim #${x} evidence=${y}}.\n\n`),
  ids.map(([x, y]) => `["It did so then"]{.evidence #${x} supports=${y}}.\n\n`),
  ids.map(([x, y]) => `[x]{.claim #${x} from="${y} c" rebuts=${y}}\n\n`),
  id.map((x) => `[seen again]{.claim ref=${x}}\n\n`),
  id.map((x) => `["quoted words of it"]{.evidence ref=${x}}\n\n`),
  ids.map(([x, y]) => `::: {.mechanism #${x}}\n[go]{.step #${y} n=1} [then]{.step n=2}\n:::\n\n`),
  ids.map(([x, y]) => `[trusting]{.construct #${x} parent=${y}}: trusting matters.\n\n`),
  ids.map(([x, y]) => `[x [y]{.evidence ref=${x}}]{.claim #${y}}\n\n`),
  ids.map(([x, y]) => `[x [y]{.evidence #${x}}]{.claim ref=${y}}\n\n`),
  fc.constantFrom(
    'About trusting.\n\n',
    '::: {.claim #a}\n\n',
    ':::\n\n',
    '[](#a) @b\n\n',
    '```\n',
  ),
);
const entry = fc.oneof(
  ids.map(([x, y]) => `${x}: {evidence: ${y}}`),
  ids.map(([x, y]) => `${x}: {is: claim, quote: "Trust", from: ${y}}`),
);
const frontMatter = fc.option(
  entry.map((one) => `---\nwarrant:\n  elements:\n    ${one}\n---\n\n`),
  { nil: '' },
);
const text = fc
  .tuple(frontMatter, fc.array(piece, { maxLength: 5 }))
  .map(([first, pieces]) => first + pieces.join(''));
const config = fc.oneof(
  fc.constantFrom('manuscript: [a.md, b.md, c.md]\n', 'manuscript: [c.md, a.md]\n'),
  entry.map((one) => `manuscript: [a.md, b.md, c.md]\nelements:\n  ${one}\n`),
);

const FILES = ['a.md', 'b.md', 'c.md'] as const;
const file = fc.constantFrom(...FILES);
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat(6),
  put: fc.oneof(piece, fc.constantFrom('', 'x', 'b', '#', '}', '[', '\n\n')),
});
type Edit = typeof edit extends fc.Arbitrary<infer One> ? One : never;

/** A manuscript, with its files on disk and in the editor. */
class Desk {
  readonly #disk: MemoryFileSystem;
  readonly #onDisk: Map<string, string>;
  readonly #open = new Map<string, string>();
  readonly #workspace: Workspace;

  constructor(files: Readonly<Record<string, string>>) {
    this.#disk = new MemoryFileSystem(files);
    this.#onDisk = new Map(Object.entries(files));
    this.#workspace = new Workspace(this.#disk);
  }

  open(path: string, written = this.#open.get(path) ?? this.#onDisk.get(path) ?? ''): void {
    this.#open.set(path, written);
    this.#workspace.setDocument(ROOT + path, written);
  }

  close(path: string): void {
    this.#open.delete(path);
    this.#workspace.closeDocument(ROOT + path);
  }

  edit(path: string, { at, cut, put }: Edit): void {
    const before = this.#open.get(path);
    if (before === undefined) return;
    const start = Math.floor(at * before.length);
    const end = Math.min(before.length, start + cut);
    this.#workspace.editDocument(ROOT + path, [{ range: { start, end }, newText: put }]);
    this.#open.set(path, before.slice(0, start) + put + before.slice(end));
  }

  write(path: string, written: string): void {
    this.#disk.write(path, written);
    this.#onDisk.set(path, written);
    this.#workspace.fileChanged(ROOT + path);
  }

  remove(path: string): void {
    this.#disk.remove(path);
    this.#onDisk.delete(path);
    this.#workspace.fileChanged(ROOT + path);
  }

  /** What is known of the project of a file. */
  layers(path: string): Promise<Layers> {
    return layersIn(this.#workspace, path);
  }

  /** The same, if all were read now for the first time. */
  layersAfresh(path: string): Promise<Layers> {
    const fresh = new Workspace(this.#disk);
    for (const [name, written] of this.#open) fresh.setDocument(ROOT + name, written);
    return layersIn(fresh, path);
  }
}

async function layersIn(workspace: Workspace, path: string): Promise<Layers> {
  const project = await workspace.projectOf(ROOT + path);
  return layersOf(project, await workspace.whenRead(() => runRules(project)));
}

type Act = (desk: Desk) => void;

const act = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(file, edit).map(([path, change]): Act => (desk) => {
      desk.edit(path, change);
    }),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(file, fc.option(text, { nil: undefined }))
      .map(([path, written]): Act => (desk) => {
        desk.open(path, written);
      }),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(file, text).map(([path, written]): Act => (desk) => {
      desk.write(path, written);
    }),
  },
  file.map((path): Act => (desk) => {
    desk.close(path);
  }),
  file.map((path): Act => (desk) => {
    desk.remove(path);
  }),
  config.map((written): Act => (desk) => {
    desk.write('warrant.yaml', written);
  }),
);

test('files that are opened, edited, closed, and changed on disk are known as if read afresh', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(text, text, text),
      config,
      fc.array(fc.tuple(act, file), { minLength: 1, maxLength: 14 }),
      async ([a, b, c], written, acts) => {
        const desk = new Desk({ 'a.md': a, 'b.md': b, 'c.md': c, 'warrant.yaml': written });
        await desk.layers('a.md');
        for (const [one, asked] of acts) {
          one(desk);
          // What is asked for in between is kept, and may be stale.
          await desk.layers(asked);
        }
        for (const path of FILES) {
          const difference = differenceOf(await desk.layers(path), await desk.layersAfresh(path));
          expect(difference, path).toBeUndefined();
        }
      },
    ),
    { numRuns: Number(process.env['WARRANT_RUNS'] ?? 60) },
  );
});
