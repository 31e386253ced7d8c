import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const CLI = path.resolve('dist/cli.js');
const CLAIM = '[Trust grew]{.claim #c-trust}.\n';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'warrant-cli-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function write(name: string, text: string): Promise<void> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** Runs the built command; `reader` may stop reading its output. */
async function run(args: readonly string[], stdin = '', stopReading = false) {
  const child = spawn(process.execPath, [CLI, ...args], { cwd: folder, stdio: 'pipe' });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    if (stopReading) child.stdout.destroy();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  child.stdin.on('error', () => undefined).end(stdin);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
}

describe('the built command', () => {
  test('looks quotations up in PDF, and says which one it cannot read, and why', async () => {
    for (const name of ['columns', 'locked', 'scan']) {
      await copyFile(`test/fixtures/pdf/${name}.pdf`, path.join(folder, `${name}.pdf`));
    }
    await write(
      'warrant.yaml',
      'sources: [{id: a, file: columns.pdf}, {id: b, file: locked.pdf}, {id: c, file: scan.pdf}]\n',
    );
    await write(
      'a.md',
      `["It took another eighteen months until the owner mentioned it again."]{.evidence source=a}
["I would have done it for the money alone."]{.evidence source=a}
`,
    );

    const { out } = await run(['quotations', '.']);
    expect(out).toContain('says “would”, the source “would not”');
    expect(out).toContain('2 quotations: 1 verbatim, 1 lost a not');
    const { out: checked } = await run(['check', '.']);
    expect(checked).toMatch(/source b cannot be read.*it has a password; save it without one/);
    expect(checked).toMatch(/source c cannot be read.*it has no text, as a scan has none/);
  });

  test('checks files, and tells the shell', async () => {
    await write('a.md', CLAIM);
    await write('b.md', '[x]{.claim from=c-none}\n');
    expect(await run(['check', 'a.md'])).toMatchObject({ code: 0, err: '' });
    expect((await run(['check', 'b.md'])).code).toBe(1);
    expect(await run(['check', 'none.md'])).toMatchObject({ code: 2, out: '' });
    expect((await run(['check', '.'])).out).toMatch(/^a\.md:1:2 warning/);
  });

  test('reads standard input', async () => {
    const { code, out } = await run(['check', '-', '--format', 'json', '--max-warnings=0'], CLAIM);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ files: 1, findings: [{ file: '-' }] });
  });

  test('does not fail when its reader stops reading', async () => {
    await write('a.md', CLAIM.repeat(5_000).replaceAll('\n', '\n\n'));
    const { err } = await run(['check', 'a.md'], '', true);
    expect(err).toBe('');
  });

  test('follows links to files, and not links to folders', async () => {
    await write('real/a.md', CLAIM);
    await symlink(path.join(folder, 'real/a.md'), path.join(folder, 'link.md'));
    await symlink(folder, path.join(folder, 'real/loop'));
    await symlink(path.join(folder, 'nowhere.md'), path.join(folder, 'dead.md'));
    const { code, out, err } = await run(['check', '--format', 'json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject({
      files: 2,
      findings: [{ file: 'link.md' }, { file: 'real/a.md' }],
    });
  });

  test('reads names with spaces, marks and letters of any script', async () => {
    const name = 'my paper #2 100% “draft” [x] ü.md';
    await write(name, CLAIM);
    const { out } = await run(['check', '--format', 'json', name]);
    expect(JSON.parse(out)).toMatchObject({ findings: [{ file: name }] });
    expect(JSON.parse((await run(['check', '--format', 'json'])).out)).toMatchObject({
      findings: [{ file: name }],
    });
  });

  test('is quick with a file of five megabytes', async () => {
    await write('big.md', 'Many words and [a span]{.x} here.\n\n'.repeat(150_000));
    const { code, out } = await run(['check', 'big.md']);
    expect(code).toBe(0);
    expect(out).toBe('No findings in 1 file\n');
  });
});

describe('warrant map', () => {
  const PAPER = `[m]{.mechanism #m-a trigger="it rains" outcome="#k-wet"} [wet]{.construct #k-wet}
[a]{.step of=m-a n=1} [b]{.step of=m-a n=2a} [c]{.step of=m-a n=2b}
`;

  test('loads the layout engine and gives the same bytes each time', async () => {
    await write('paper.md', PAPER);
    const runs = await Promise.all([run(['map', 'paper.md']), run(['map', 'paper.md'])]);
    for (const { code, err } of runs) expect([code, err]).toEqual([0, '']);
    expect(runs[0].out).toMatch(/^<svg .*It rains.*<\/svg>\n$/s);
    expect(runs[1].out).toBe(runs[0].out);
  });
});
