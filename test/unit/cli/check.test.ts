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
