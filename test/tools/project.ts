import { expect } from 'vitest';
import type { Stage } from '../../server/src/core/config';
import type { Project } from '../../server/src/core/project';
import { Workspace } from '../../server/src/core/project/workspace';
import {
  RULES,
  fixesOf,
  runRules,
  type Finding,
  type Fix,
  type Rule,
} from '../../server/src/core/rules';
import { gatherSources } from '../../server/src/core/sources/gather';
import { applyEdits } from '../../server/src/core/text/textEdit';
import { drawRanges, readFixture } from './fixture';
import { MemoryFileSystem, ROOT } from './memoryFileSystem';

/** Files by their path relative to the root of the project. */
export type Files = Readonly<Record<string, string>>;

/** The same, some of which are no text. */
type MixedFiles = Readonly<Record<string, string | Uint8Array>>;

/**
 * The project of files in memory, read by the real loader, with what rules ask for outside its manuscripts.
 * @param of the file whose project is wanted; the first manuscript otherwise. Several manuscripts are one project only
 *   where a `warrant.yaml` or `_quarto.yml` lists them.
 */
export async function projectFrom(
  files: MixedFiles,
  of = firstManuscript(files),
): Promise<Project> {
  const workspace = new Workspace(new MemoryFileSystem(files));
  const project = await workspace.projectOf(ROOT + of);
  await workspace.whenRead(() => gatherSources(project));
  await workspace.whenRead(() => runRules(project));
  return project;
}

function firstManuscript(files: MixedFiles): string {
  const paths = Object.keys(files);
  return paths.find((path) => /\.(md|qmd|rmd)$/i.test(path)) ?? paths[0] ?? '';
}

/** What one rule reports, or all rules report. An exception in a rule fails the test. */
export function findings(project: Project, rule?: Rule | string, stage?: Stage): Finding[] {
  const id = typeof rule === 'string' ? rule : rule?.id;
  const found = runRules(project, withRule(rule), {
    stage,
    onError: (failed, error) => {
      throw new Error(`the rule ${failed} threw`, { cause: error });
    },
  });
  return id === undefined ? found : found.filter((finding) => finding.rule === id);
}

/** All rules run, since some judge what others found; one that is not registered yet is added. */
function withRule(rule: Rule | string | undefined): readonly Rule[] {
  if (typeof rule === 'string') {
    if (!RULES.some(({ id }) => id === rule)) throw new Error(`no rule ${rule} in RULES`);
    return RULES;
  }
  return rule && !RULES.includes(rule) ? [...RULES, rule] : RULES;
}

/** What a test may say besides the files. */
export interface Expectation {
  /** A part of each message, in the order of the findings; fewer than findings are fine. */
  readonly messages?: readonly (string | RegExp)[];
  readonly stage?: Stage;
  /** The severity of all findings. */
  readonly severity?: Finding['severity'];
}

/** Checks that a rule reports exactly the ranges that are marked with `⟦…⟧`; without a mark, nothing. */
export async function expectFindings(
  rule: Rule | string,
  marked: Files,
  { messages = [], stage, severity }: Expectation = {},
): Promise<readonly Finding[]> {
  const files = unmarked(marked);
  const found = findings(await projectFrom(files), rule, stage);
  expect(drawn(files, found)).toEqual(normalized(marked));
  messages.forEach((message, index) => expect(found[index]?.message).toMatch(message));
  if (severity) for (const finding of found) expect(finding.severity).toBe(severity);
  return found;
}

/** The fixes that mend the first finding of a rule. The files may hold marks, which are taken out. */
export async function firstFixes(rule: Rule | string, marked: Files): Promise<readonly Fix[]> {
  const project = await projectFrom(unmarked(marked));
  const [finding] = findings(project, rule);
  if (!finding) throw new Error('there is no finding to fix');
  return fixesOf(finding, project, withRule(rule)).filter(({ suppresses }) => suppresses !== true);
}

/**
 * Checks what a fix of the first finding makes of the files, and that this finding is gone then.
 * @param title a part of the fix's title; the first fix otherwise
 * @param expected the files that are to change; others stay as they are
 */
export async function expectFix(
  rule: Rule | string,
  marked: Files,
  expected: Files,
  title: string | RegExp = '',
): Promise<void> {
  const files = unmarked(marked);
  const project = await projectFrom(files);
  const before = findings(project, rule);
  const [finding] = before;
  if (!finding) throw new Error('there is no finding to fix');
  const fixes = fixesOf(finding, project, withRule(rule));
  const fix = fixes.find((candidate) => fits(candidate.title, title));
  if (!fix) throw new Error(`no fix “${String(title)}” among: ${titles(fixes)}`);
  const after = apply(files, fix);
  expect(after).toEqual({ ...files, ...expected });
  const left = findings(await projectFrom(after), rule);
  expect(
    left.length,
    `findings left: ${left.map(({ message }) => message).join('; ')}`,
  ).toBeLessThan(before.length);
}

/** The files after the edits of a fix. */
export function apply(files: Files, { edits }: Fix): Files {
  const changed = [...edits].map(([uri, changes]): [string, string] => {
    const path = pathOf(uri);
    const text = files[path];
    if (text === undefined) throw new Error(`the fix edits ${uri}, which does not exist`);
    return [path, applyEdits(text, changes)];
  });
  return { ...files, ...Object.fromEntries(changed) };
}

function fits(title: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? title.includes(wanted) : wanted.test(title);
}

function titles(fixes: readonly Fix[]): string {
  return fixes.map(({ title }) => `“${title}”`).join(', ') || 'none';
}

function unmarked(marked: Files): Files {
  return mapFiles(marked, (text) => readFixture(text).text);
}

/** The marks drawn as {@link drawRanges} draws them, so that equal ranges are equal texts. */
function normalized(marked: Files): Files {
  return mapFiles(marked, (content) => {
    const { text, ranges } = readFixture(content);
    return drawRanges(text, ranges);
  });
}

function drawn(files: Files, found: readonly Finding[]): Files {
  return mapFiles(files, (text, path) => {
    const own = found.filter(({ place }) => pathOf(place.uri) === path);
    return drawRanges(
      text,
      own.map(({ place }) => place.range),
    );
  });
}

function mapFiles(files: Files, map: (text: string, path: string) => string): Files {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, map(text, path)]));
}

function pathOf(uri: string): string {
  return decodeURI(uri).slice(ROOT.length);
}
