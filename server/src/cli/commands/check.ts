import { summarise } from '../../core/features/summary';
import { isConfigFile, isManuscript, type Project, type Workspace } from '../../core/project';
import type { Finding } from '../../core/rules';
import { runRules } from '../../core/rules/run';
import type { Stage } from '../../core/config';
import { gatherSources } from '../../core/sources/gather';
import { LineIndex } from '../../core/text/lineIndex';
import { oneOf, readArguments } from '../arguments';
import { EXIT, UsageError, type Environment } from '../environment';
import { redactionOf } from '../redaction';
import { collectInputs, displayName, type Input } from '../inputs';
import { readStdin } from '../stdin';
import { workspaceOf } from '../workspace';
import { formatJson } from '../format/json';
import { formatText } from '../format/text';
import type { CheckReport, Counts, RelatedPlace, ReportedFinding } from '../format/report';

const FORMATS = { text: formatText, json: formatJson } as const;

/** `warrant check`: reports the findings in the named files, each judged in its whole project. */
export async function check(args: readonly string[], environment: Environment): Promise<number> {
  const { values, positionals } = readArguments(args, {
    format: { type: 'string', default: 'text' },
    stage: { type: 'string' },
    'max-warnings': { type: 'string' },
    'stdin-filename': { type: 'string' },
    'no-color': { type: 'boolean' },
  });
  const format = FORMATS[oneOf('--format', values.format, ['text', 'json'])];
  const stage = values.stage && oneOf('--stage', values.stage, ['draft', 'submission']);
  const maxWarnings = readMaxWarnings(values['max-warnings']);
  const stdin = await readStdin(positionals, values['stdin-filename'], environment);
  const workspace = workspaceOf(environment, stdin?.fileSystem);
  const paths = positionals.length === 0 ? ['.'] : positionals;
  const inputs = await collectInputs(paths, workspace, environment, stdin);

  const report = await checkInputs(inputs, workspace, environment, stage || undefined);
  const colour = useColour(environment, values['no-color'] ?? false);
  environment.stdout.write(format(report, { colour }));
  const { error, warning } = report.counts;
  return error > 0 || warning > maxWarnings ? EXIT.findings : EXIT.clean;
}

function readMaxWarnings(value: string | undefined): number {
  if (value === undefined) return Number.POSITIVE_INFINITY;
  if (/^\d+$/.test(value)) return Number(value);
  throw new UsageError(`--max-warnings takes a whole number, not “${value}”`);
}

async function checkInputs(
  inputs: readonly Input[],
  workspace: Workspace,
  environment: Environment,
  stage: Stage | undefined,
): Promise<CheckReport> {
  const names = new Map(inputs.map(({ uri, name }) => [uri, name]));
  const projects = new Map<string, Project>();
  for (const { uri } of inputs) projects.set(uri, await workspace.projectOf(uri));
  const onError = (rule: string, error: unknown): void => {
    const reason = error instanceof Error ? error.message : String(error);
    environment.stderr.write(`warrant: the rule ${rule} failed: ${reason}\n`);
  };
  const findings: ReportedFinding[] = [];
  const texts = new Texts(workspace);
  const nameOf = (uri: string) => names.get(uri) ?? displayName(uri, environment.cwd);
  const seen = new Set<string>();
  const all = new Set(projects.values());
  for (const project of all) await workspace.whenRead(() => redactionOf([project]));
  const secret = redactionOf(all);
  const shown = new Map<string, string>();
  const textOf = async (uri: string): Promise<string> => {
    const text = shown.get(uri) ?? secret.text(uri, await texts.of(uri));
    shown.set(uri, text);
    return text;
  };
  for (const project of all) {
    await workspace.whenRead(() => gatherSources(project));
    const found = await workspace.whenRead(() => runRules(project, undefined, { stage, onError }));
    for (const finding of found) {
      const { uri } = finding.place;
      if (!names.has(uri) && !isFaultOfConfig(finding) && !isBeside(uri)) continue;
      // A file that a project includes belongs to that project, whatever another one makes of it.
      const home = projects.get(uri);
      if (home && home !== project && !isConfigFile(uri)) continue;
      // A warrant.yaml or a bibliography that several single files share is reported once.
      const key = findingKey(finding);
      if (seen.has(key)) continue;
      seen.add(key);
      const related: RelatedPlace[] = [];
      for (const { message, place } of finding.related) {
        const lines = await texts.linesOf(place.uri);
        const position = lines.positionAt(place.range.start);
        related.push({ message: secret.message(message), file: nameOf(place.uri), ...position });
      }
      const told = { ...finding, message: secret.message(finding.message) };
      findings.push({ finding: told, file: nameOf(uri), text: await textOf(uri), related });
    }
  }
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { finding } of findings) counts[finding.severity]++;
  let files = 0;
  for (const { uri, name } of inputs) {
    if (isConfigFile(uri)) continue;
    const isRead = projects.get(uri)?.file(uri) !== undefined;
    if (isRead || findings.some(({ finding }) => finding.place.uri === uri)) files++;
    else environment.stderr.write(`warrant: ${name} is no longer there and was left out\n`);
  }
  return { files, findings, counts, summary: addUp(projects) };
}

/** The texts of files, each read and divided into lines once; those that cannot be read are empty. */
class Texts {
  readonly #workspace: Workspace;
  readonly #texts = new Map<string, Promise<string>>();
  readonly #lines = new Map<string, LineIndex>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  of(uri: string): Promise<string> {
    let text = this.#texts.get(uri);
    if (!text) this.#texts.set(uri, (text = this.#workspace.textOf(uri).catch(() => '')));
    return text;
  }

  async linesOf(uri: string): Promise<LineIndex> {
    const text = await this.of(uri);
    let lines = this.#lines.get(uri);
    if (!lines) this.#lines.set(uri, (lines = new LineIndex(text)));
    return lines;
  }
}

/** What keeps the configuration from being read concerns every file of the project. */
function isFaultOfConfig({ rule, place }: Finding): boolean {
  return isConfigFile(place.uri) && (rule === 'invalid-project' || rule === 'near-miss');
}

/** Whether a file is one that manuscripts rest on, such as a bibliography: nobody names it to have it checked. */
function isBeside(uri: string): boolean {
  return !isManuscript(uri) && !isConfigFile(uri);
}

/** What the files hold, each counted in its own project. */
function addUp(projects: ReadonlyMap<string, Project>): Counts {
  const total = { claims: 0, supported: 0, evidence: 0, mechanisms: 0, constructs: 0 };
  for (const project of new Set(projects.values())) {
    const own = [...projects].filter(([, home]) => home === project).map(([uri]) => uri);
    const summary = summarise(project, new Set(own));
    for (const name of Object.keys(total) as (keyof Counts)[]) total[name] += summary[name];
  }
  return total;
}

function findingKey({ rule, place: { uri, range }, message }: Finding): string {
  // Ranges that move with the text have no fields of their own.
  return JSON.stringify([rule, uri, range.start, range.end, message]);
}

/** NO_COLOR and FORCE_COLOR are honoured as other commands do (no-color.org). */
function useColour({ stdout, env }: Environment, never: boolean): boolean {
  if (never || (env['NO_COLOR'] ?? '') !== '') return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0';
  return stdout.isTTY && env['TERM'] !== 'dumb';
}
