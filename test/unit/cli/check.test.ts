import { describe, expect, test } from 'vitest';
import type { DirectoryEntry } from '../../../server/src/core/ports';
import { warrant, type Setting } from '../../tools/command';
import { MemoryFileSystem } from '../../tools/memoryFileSystem';

const CLAIM = '[Trust grew]{.claim #c-trust}.\n';
const CLEAN =
  '[Trust grew]{.claim #c-trust evidence=e-a}.\n\n[“It did,” he said]{.evidence #e-a source=owner} [@a].\n';

interface Report {
  readonly version: number;
  readonly files: number;
  readonly findings: readonly {
    readonly rule: string;
    readonly file: string;
    readonly message: string;
    readonly range: { readonly start: unknown; readonly end: unknown };
  }[];
  readonly summary: Readonly<Record<string, number>>;
}

type Files = Readonly<Record<string, string | Uint8Array>> | MemoryFileSystem;

async function json(args: readonly string[], files: Files, setting?: Setting): Promise<Report> {
  const { out } = await warrant(['check', '--format', 'json', ...args], files, setting);
  return JSON.parse(out) as Report;
}

/** `file: rule` of each finding. */
async function found(args: readonly string[], files: Files, setting?: Setting): Promise<string[]> {
  return (await json(args, files, setting)).findings.map(({ file, rule }) => `${file}: ${rule}`);
}

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf16 = (text: string, mark = '\uFEFF') =>
  new Uint8Array(Uint16Array.from(mark + text, (c) => c.charCodeAt(0)).buffer);

describe('exit codes', () => {
  test.each([
    [['check', 'clean.md'], 0],
    [['check', 'claim.md'], 0],
    [['check', '--max-warnings', '0', 'claim.md'], 1],
    [['check', '--max-warnings', '1', 'claim.md'], 0],
    [['check', 'broken.md'], 1],
    [['check', 'nothing.md'], 2],
    [['check', '*.qmd'], 2],
    [['check', '--max-warnings', 'x', 'claim.md'], 2],
    [['check', '--stage', 'final', 'claim.md'], 2],
    [['check', '--nonsense'], 2],
    [['chek'], 2],
    [[], 2],
    [['--help'], 0],
    [['check', '--help'], 0],
    [['--version'], 0],
    [['syntax'], 2],
    [['lsp'], 2],
  ])('%j gives %i', async (args, code) => {
    const files = {
      'clean.md': 'Text.\n',
      'claim.md': CLAIM,
      'broken.md': '[x]{.claim from=c-y}\n',
    };
    expect((await warrant(args, files)).code).toBe(code);
  });
});

describe('what cannot be done is said clearly', () => {
  test.each([
    [['check', 'none.md'], /none\.md: there is no such file/],
    [['check', 'none/*.md'], /none\/\*\.md: no Markdown file/],
    [['check', '--formt', 'json'], /no option --formt; did you mean --format\?/],
    [['check', '--format', 'sarif'], /--format takes text or json, not “sarif”/],
    [['check', '--format=github'], /--format takes text or json, not “github”/],
    [['syntax', '--format', 'text', 'a.md'], /--format takes json/],
    [['chekc'], /no command “chekc”; did you mean check\?/],
    [['toString'], /no command “toString”; there are check, syntax, .*, lsp/],
    [['check', 'a.ipynb'], /notebooks are not read/],
    [['check', 'Paper.PDF'], /Paper\.PDF: this is no Markdown; name the \.md/],
    [['check', 'refs.bib', 'Paper.PDF'], /refs\.bib: this is no Markdown/],
    [['check', 'slides.key'], /slides\.key: this is no Markdown/],
  ])('%j', async (args, message) => {
    const { code, out, err } = await warrant(args, {
      'a.md': '',
      'a.ipynb': '{}',
      'Paper.PDF': '%PDF-1.7',
      'refs.bib': '@book{a,}',
      'slides.key': 'PK\u0003\u0004\0',
    });
    expect(err).toMatch(message);
    expect([code, out]).toEqual([2, '']);
  });

  test.each([
    ['paper.tex', '\\section{One}'],
    ['PAPER.TEX', '\\section{One}'],
    ['Paper.Docx', 'text'],
    ['codes.yml', 'a: 1'],
    ['a.qmd', '%PDF-1.7'],
    ['a.qmd', 'PK\u0003\u0004'],
    ['notes', 'a\0b'],
    [undefined, '%PDF-1.7'],
    [undefined, 'PK\u0003\u0004'],
    [undefined, 'a\0b'],
  ])('standard input that is no Markdown: %s, %j', async (filename, stdin) => {
    const named = filename === undefined ? [] : ['--stdin-filename', filename];
    for (const command of ['check', 'syntax', 'outline']) {
      const { code, out, err } = await warrant([command, '-', ...named], {}, { stdin });
      expect(err).toContain(`${filename ?? '-'}: this is no Markdown; name the .md`);
      expect([code, out]).toEqual([2, '']);
    }
  });

  test.each([
    ['warrant.yaml', ['-', '--stdin-filename', 'warrant.yaml'], /takes the path of a manuscript/],
    ['nothing', ['-', '--stdin-filename', ''], /--stdin-filename takes the path of a manuscript/],
    ['a folder', ['-', '--stdin-filename', './'], /takes the path of a manuscript, not “\.\/”/],
    ['no input', ['a.md', '--stdin-filename', 'b.md'], /name - among the paths/],
  ])('standard input that is to stand for %s', async (_, args, message) => {
    const { code, out, err } = await warrant(['check', ...args], { 'a.md': CLAIM });
    expect(err).toMatch(message);
    expect([code, out]).toEqual([2, '']);
  });

  test('nothing is waited for where the name of standard input tells enough', async () => {
    const stdin = () => Promise.reject(new Error('was read'));
    const { err } = await warrant(['check', '-', '--stdin-filename', 'a.tex'], {}, { stdin });
    expect(err).toMatch(/a\.tex: this is no Markdown/);
  });

  test('beside other files, standard input that is no Markdown is left out, and named', async () => {
    const { code, out, err } = await warrant(
      ['check', 'a.md', '-', '--stdin-filename', 'paper.tex'],
      { 'a.md': CLAIM },
      { stdin: '\\section{One}' },
    );
    expect(err).toMatch(/^warrant: paper\.tex: this is no Markdown; .*; it was left out\n$/);
    expect(out).toMatch(/a\.md/);
    expect(code).toBe(0);
  });

  test('of several files, those that are no Markdown are left out, and named', async () => {
    const files = { 'a.md': CLAIM, 'notes.txt': CLAIM, 'refs.bib': '@book{a,}' };
    const { code, out, err } = await warrant(
      ['check', 'a.md', 'notes.txt', 'refs.bib', '--max-warnings', '0'],
      files,
    );
    expect(err).toBe(
      'warrant: refs.bib: this is no Markdown; name the .md, .qmd or .Rmd file that it comes from; it was left out\n',
    );
    expect(out).toMatch(/a\.md[^]*notes\.txt[^]*2 warnings/);
    expect(code).toBe(1);
  });

  test('an empty folder', async () => {
    const { code, err } = await warrant(['check', 'data'], { 'data/a.txt': '' });
    expect(err).toMatch(/data: there is no Markdown file/);
    expect(code).toBe(0);
  });
});

describe('--format json', () => {
  test('has exactly the shape of the contract', async () => {
    const { findings, ...rest } = await json(['a.md'], { 'a.md': `One.\n\n${CLAIM}` });
    expect(findings).toEqual([
      {
        rule: 'unsupported-finding',
        severity: 'warning',
        file: 'a.md',
        range: {
          start: { line: 2, character: 1, offset: 7 },
          end: { line: 2, character: 11, offset: 17 },
        },
        message: expect.any(String) as unknown,
        element: 'c-trust',
      },
    ]);
    expect(rest).toEqual({
      version: 1,
      files: 1,
      summary: {
        error: 0,
        warning: 1,
        information: 0,
        hint: 0,
        claims: 1,
        supported: 0,
        evidence: 0,
        mechanisms: 0,
        constructs: 0,
      },
    });
  });

  test('an element without id is not named', async () => {
    const [finding] = (await json(['a.md'], { 'a.md': '[Trust grew]{.claim}.\n' })).findings;
    expect(finding).not.toHaveProperty('element');
  });

  test('what is wrong in several places of a file is said of each', async () => {
    const text = '[One]{.claim #c-a}. Two {.claim}.\n\nThree {.claim} and four {.claim}.\n';
    const { findings } = await json(['a.md'], { 'a.md': text });
    const misses = findings.filter(({ rule }) => rule === 'near-miss');
    expect(misses.map(({ range }) => range.start)).toMatchObject([
      { line: 0, character: 24 },
      { line: 2, character: 6 },
      { line: 2, character: 24 },
    ]);
  });

  test.each([
    ['CRLF', 'One.\r\n\r\n[x y]{.claim}.\r\n', { line: 2, character: 1, offset: 9 }],
    ['a byte order mark', '\uFEFF[x y]{.claim}.\n', { line: 0, character: 1, offset: 1 }],
    ['characters of two units', '😀 [x y]{.claim}.\n', { line: 0, character: 4, offset: 4 }],
  ])('places count in UTF-16 units, with %s', async (_, text, start) => {
    const [finding] = (await json(['a.md'], { 'a.md': text })).findings;
    expect(finding?.range.start).toEqual(start);
  });
});

describe('files', () => {
  const files = {
    'a.md': CLAIM,
    'b.qmd': CLAIM,
    'c.Rmd': CLAIM,
    'notes.txt': CLAIM,
    'sub/d.md': CLAIM,
    'sub/.gitignore': '!kept.md\n',
    'sub/kept.md': CLAIM,
    '.hidden/e.md': CLAIM,
    'node_modules/f/README.md': CLAIM,
    '_site/g.md': CLAIM,
    'out/h.md': CLAIM,
    '.gitignore': 'out/\nkept.md\n',
    '.git/HEAD': '',
  };
  const names = async (...args: string[]) =>
    (await json(args, files)).findings.map(({ file }) => file);

  test('a folder means its Markdown files, less what is ignored, hidden or output', async () => {
    const all = ['a.md', 'b.qmd', 'c.Rmd', 'sub/d.md', 'sub/kept.md'];
    expect(await names('.')).toEqual(all);
    expect(await names()).toEqual(all);
    expect(await names('sub')).toEqual(['sub/d.md', 'sub/kept.md']);
  });

  test('patterns, absolute ones too', async () => {
    expect(await names('*.md')).toEqual(['a.md']);
    expect(await names('./**/*.md')).toEqual(['a.md', 'sub/d.md', 'sub/kept.md']);
    expect(await names('{a,b}.{md,qmd}')).toEqual(['a.md', 'b.qmd']);
    expect(await names('/paper/sub/*.md')).toEqual(['sub/d.md', 'sub/kept.md']);
  });

  test('each once, however often it is named', async () => {
    expect(await names('a.md', '.', './a.md', '/paper/a.md', 'sub', 'sub')).toHaveLength(5);
  });

  test('a file that is named is checked, whatever its name', async () => {
    expect(await names('notes.txt', 'out/h.md', '.hidden/e.md')).toEqual([
      'notes.txt',
      'out/h.md',
      '.hidden/e.md',
    ]);
  });

  test('a name with brackets is a name, where there is such a file', async () => {
    expect(await found(['[a] #1 100%.md'], new Encoded({ '[a] #1 100%.md': CLAIM }))).toEqual([
      '[a] #1 100%.md: unsupported-finding',
    ]);
  });

  test('one that vanishes after it was listed is left out, and that is said', async () => {
    class Vanishing extends MemoryFileSystem {
      override async readDirectory(uri: string): Promise<readonly DirectoryEntry[]> {
        const entries = await super.readDirectory(uri);
        return uri.endsWith('/paper') ? [...entries, { name: 'gone.md', kind: 'file' }] : entries;
      }
    }
    const { code, out, err } = await warrant(['check'], new Vanishing({ 'a.md': CLAIM }));
    expect(err).toMatch(/gone\.md is no longer there/);
    expect(out).toMatch(/in 1 file/);
    expect(code).toBe(0);
  });
});

/** URIs with escapes are decoded whole, as a real file system does. */
class Encoded extends MemoryFileSystem {
  override readFile(uri: string): Promise<Uint8Array> {
    return super.readFile(encodeURI(decodeURIComponent(uri)));
  }

  override readDirectory(uri: string): Promise<readonly DirectoryEntry[]> {
    return super.readDirectory(encodeURI(decodeURIComponent(uri)));
  }
}

describe('projects', () => {
  const files = {
    'one/warrant.yaml': 'manuscript: [a.md, b.md]\n',
    'one/a.md': '[Trust grew]{.claim #c-a evidence=e-b}. [Trust fell]{.claim #c-x}.\n',
    'one/b.md': '[“It grew,” he said]{.evidence #e-b source=i1}. [Odd]{.claim #c-b}.\n',
    'two/warrant.yaml': 'manuscript: [a.md]\nsources: [{id: i1}]\n',
    'two/a.md': '[Trust grew]{.claim #c-a}.\n',
  };

  test('a file is judged in its whole project, and reported alone', async () => {
    const { findings, summary, files: count } = await json(['one/a.md'], files);
    expect(findings.map(({ file, rule }) => [file, rule])).toEqual([
      ['one/a.md', 'unsupported-finding'],
    ]);
    expect(count).toBe(1);
    expect(summary).toMatchObject({ claims: 2, supported: 1, evidence: 0 });
  });

  test('files of several projects, each in its own', async () => {
    const { summary, findings } = await json(['.'], files);
    expect(summary).toMatchObject({ claims: 4, supported: 1, evidence: 1 });
    expect(findings.filter(({ rule }) => rule === 'duplicate-id')).toEqual([]);
  });

  test('a broken warrant.yaml is reported with every file of the project, once', async () => {
    const broken = { ...files, 'one/warrant.yaml': 'manuscript: [a.md, b.md]\nstages: draft\n' };
    const names = await found(['one/a.md', 'one/b.md'], broken);
    expect(names.filter((name) => name === 'one/warrant.yaml: invalid-project')).toHaveLength(1);
    const swallowed = { ...files, 'one/warrant.yaml': 'manuscript: [a.md, b.md]\nqda: @x\n' };
    expect(await found(['one/a.md'], swallowed)).toContain('one/warrant.yaml: near-miss');
  });

  test('entries of a warrant.yaml that lists no files belong to the file that they are about', async () => {
    const shared = {
      'warrant.yaml': 'elements: {c-a: {note: x}, c-b: {note: y}, c-none: {note: z}}\n',
      'README.md': 'Nothing.\n',
      'a.md': '[A]{.claim #c-a type=method}\n',
      'b.md': '[B]{.claim #c-b type=method}\n',
    };
    const { findings } = await json(['.'], shared);
    expect(findings.map(({ message }) => message).filter((m) => m.includes('has the id'))).toEqual([
      expect.stringContaining('c-none'),
    ]);
  });

  test('a file that is included belongs to the one that includes it, in any order', async () => {
    const parts = {
      'main.qmd': '{{< include parts/one.qmd >}}\n\n[Trust grew]{.claim #c-a evidence=e-b}.\n',
      'parts/one.qmd': '[“It grew,” he said]{.evidence #e-b supports=c-a} [@x].\n',
    };
    const alone = await found(['parts/one.qmd'], parts);
    expect(alone).not.toContain('parts/one.qmd: unknown-id');
    expect(await found(['main.qmd', 'parts/one.qmd'], parts)).toEqual(
      await found(['parts/one.qmd', 'main.qmd'], parts),
    );
  });

  test('the stage of the command line goes before that of the manuscript', async () => {
    const noted = {
      'a.md': '---\nwarrant: {stage: draft}\n---\n\n[A]{.claim type=method note="x"}\n',
    };
    expect(await found(['a.md'], noted)).not.toContain('a.md: published-note');
    expect(await found(['--stage', 'submission', 'a.md'], noted)).toContain('a.md: published-note');
  });
});

describe('standard input', () => {
  test('stands for the file that is named, in its project', async () => {
    const files = { 'warrant.yaml': 'manuscript: [a.md, b.md]\n', 'a.md': '', 'b.md': CLAIM };
    const stdin = '[Trust fell]{.claim #c-fell from=c-trust}.\n';
    const args = ['-', '--stdin-filename', 'a.md'];
    expect(await found(args, files, { stdin })).not.toContain('a.md: unknown-id');
    expect(await found(['-'], files, { stdin })).toContain('-: unknown-id');
    expect(
      await found(['-', 'a.md', '--stdin-filename', 'a.md'], files, { stdin: CLAIM }),
    ).toHaveLength((await found(args, files, { stdin: CLAIM })).length);
  });

  test('may have an encoding that Pandoc cannot read', async () => {
    const { findings } = await json(['-'], {}, { stdin: latin1(`Caf\u00e9. ${CLAIM}`) });
    expect(findings[0]?.message).toMatch(/not UTF-8/);
  });
});

describe('hostile and odd content', () => {
  test.each([
    ['Latin-1', latin1(`Caf\u00e9. ${CLAIM}`), /not UTF-8.*Latin-1/],
    ['UTF-16', utf16(CLAIM), /UTF-16.*save it as UTF-8/],
    ['UTF-16 without a mark', utf16(CLAIM, ''), /UTF-16/],
  ])('%s is named as such', async (_, bytes, message) => {
    const { code, out } = await warrant(['check', 'a.md'], { 'a.md': bytes });
    expect(out).toMatch(message);
    expect(code).toBe(1);
  });

  test.each([
    ['nothing', ''],
    ['NUL bytes', '\0'.repeat(10_000)],
    ['names of JavaScript', '[x]{.constructor #toString valueOf=1}\n'],
    ['a lone carriage return', 'a\rb\r'],
  ])('%s is clean', async (_, text) => {
    expect((await warrant(['check', 'a.md'], { 'a.md': text })).code).toBe(0);
  });

  test('five megabytes take no age', async () => {
    const text = 'A line of a very long manuscript with [a span]{.smallcaps} in it.\n\n'.repeat(
      75_000,
    );
    const { out } = await warrant(['check', 'a.md'], { 'a.md': text + CLAIM });
    expect(out).toMatch(/a\.md:150001:2 warning/);
  });
});

describe('the text for people', () => {
  const text = async (content: string, setting?: Setting, ...args: string[]) =>
    (await warrant(['check', 'a.md', ...args], { 'a.md': content }, setting)).out;
  const carets = async (content: string) => {
    const [, line = '', caret = ''] = (await text(content)).split('\n');
    return [line.replace(/^ *\d+ \| /, ''), caret.replace(/^ *\| /, '')];
  };

  test('says where, what and how many, with the line and a caret', async () => {
    const out = await text(CLAIM);
    expect(out).toMatch(/^a\.md:1:2 warning .* \[unsupported-finding\]\n 1 \| \[Trust grew\]/);
    expect(out).toMatch(
      /1 finding in 1 file: 0 errors, 1 warning, 0 information\n1 claim \(0 supported\)/,
    );
    expect(await text('Text.\n')).toBe('No findings in 1 file\n');
  });

  test('says what else a finding is about, and where', async () => {
    const twice = `[A]{.claim #c-a type=assumption}\n\n[B]{.claim #c-a type=assumption}\n`;
    expect(await text(twice)).toMatch(/^ 3 \| .*\n.*\n {3}c-a stands here first: a\.md:1:13\n/m);
  });

  test('of many places only the first', async () => {
    const files = { 'a.md': '[Trust grew]{.claim note=n}\n\n'.repeat(9) };
    const { out } = await warrant(['check', 'a.md', '--stage', 'submission'], files);
    const related = out.split('\n').filter((line) => line.includes('This note as well'));
    expect(related).toHaveLength(5);
    expect(out).toContain('\n   and 3 more places\n');
  });

  test('the caret stands under the words', async () => {
    expect(await carets('a [b c]{.claim}\n')).toEqual(['a [b c]{.claim}', '   ^^^']);
    expect(await carets('日本 [b]{.claim}\n')).toEqual(['日本 [b]{.claim}', '      ^']);
    expect(await carets('👩‍👩‍👧 [日]{.claim}\n')).toEqual(['👩‍👩‍👧 [日]{.claim}', '    ^^']);
    expect(await carets('x\t[b]{.claim}\n')).toEqual(['x  [b]{.claim}', '    ^']);
  });

  test('of a long line the part around the words is shown, and no character is split', async () => {
    const [line = '', caret = ''] = await carets(
      `${'😀 word '.repeat(60)}[b]{.claim}${' 😀word'.repeat(60)}\n`,
    );
    expect(line).toMatch(/^….*\[b\]\{\.claim\}.*…$/);
    expect(line).not.toContain('\uFFFD');
    expect(caret.trim()).toBe('^');
  });

  test('what could steer a terminal is not passed on', async () => {
    const out = await text('[\u001b[31mred \u202Eback]{.claim from="c-\u001b[2J"}\n');
    expect(out).not.toContain('\u001b');
    expect(out).not.toContain('\u202E');
    expect(out).toContain('\uFFFD');
  });

  test.each([
    [{ isTTY: true }, [], true],
    [{ isTTY: false }, [], false],
    [{ isTTY: true, env: { NO_COLOR: '1' } }, [], false],
    [{ isTTY: true, env: { NO_COLOR: '' } }, [], true],
    [{ isTTY: false, env: { FORCE_COLOR: '1' } }, [], true],
    [{ isTTY: true, env: { FORCE_COLOR: '0' } }, [], false],
    [{ isTTY: true, env: { TERM: 'dumb' } }, [], false],
    [{ isTTY: true }, ['--no-color'], false],
    [{ isTTY: true, env: { FORCE_COLOR: '1' } }, ['--no-color'], false],
  ])('colour with %j and %j: %j', async (setting, args, coloured) => {
    expect((await text(CLAIM, setting, ...args)).includes('\u001b[')).toBe(coloured);
  });

  test('a clean manuscript with evidence says what it holds', async () => {
    const out = await text(CLEAN);
    expect(out).toMatch(/1 claim \(1 supported\), 1 piece of evidence/);
  });
});

test('a report never repeats a real name of the list', async () => {
  const { code, out } = await warrant(['check'], {
    'warrant.yaml': 'manuscript: [paper.md]\npseudonyms: names.yaml\n',
    'names.yaml': 'Anna de Vries: Karin\nEva Prins:\n',
    'paper.md': '[So Anna de Vries said]{.claim} [and Eva Prins left]{.claim}.\n',
  });
  expect(code).toBe(1);
  expect(out).toMatch(/its pseudonym is “Karin”/);
  expect(out).toMatch(/“So Karin said”|So •+ said/);
  expect(out).not.toMatch(/Anna|Vries|Prins/);
});

test('nor one in an id or a path of the lines that it quotes', async () => {
  const { out } = await warrant(['check'], {
    'warrant.yaml': 'manuscript: [paper.md]\npseudonyms: names.yaml\n',
    'names.yaml': 'Anna de Vries: Karin\n',
    'paper.md':
      '[It pays]{.claim evidence=e-gone-anna} ["So it is."]{.evidence #e-anna} ![](img/anna_vries.png) [@vries2011]\n',
  });
  expect(out).toMatch('real-name');
  expect(out).not.toMatch(/anna/i);
});
