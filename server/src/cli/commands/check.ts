import path from 'node:path';
import { URI } from 'vscode-uri';
import { summarise } from '../../core/features/summary';
import { isConfigFile, normalizeUri, Workspace, type Project } from '../../core/project';
import type { Finding } from '../../core/rules';
import { runRules } from '../../core/rules/run';
import { decodeText } from '../../core/project/decode';
import type { Stage } from '../../core/config';
import { oneOf, readArguments } from '../arguments';
import { EXIT, UsageError, type Environment } from '../environment';
import { collectInputs, displayName, STDIN } from '../inputs';
import { formatJson } from '../format/json';
import { formatText } from '../format/text';
import type { CheckReport, Counts, ReportedFinding } from '../format/report';

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
  const workspace = new Workspace(environment.fileSystem);
  const stdin = await readStdin(positionals, values['stdin-filename'], workspace, environment);
  const paths = positionals.filter((given) => given !== STDIN);
  if (paths.length === 0 && !stdin) paths.push('.');
  const inputs = await collectInputs(paths, workspace, environment);
  if (stdin) inputs.push(stdin);

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

async function readStdin(
  paths: readonly string[],
  filename: string | undefined,
  workspace: Workspace,
  environment: Environment,
): Promise<{ uri: string; name: string } | undefined> {
  if (!paths.includes(STDIN)) return undefined;
  const file = path.resolve(environment.cwd, filename ?? 'stdin.md');
  const uri = normalizeUri(URI.file(file).toString());
  workspace.setDocument(uri, decodeText(await environment.stdin()).text);
  return { uri, name: filename ?? STDIN };
}

async function checkInputs(
  inputs: readonly { uri: string; name: string }[],
  workspace: Workspace,
  environment: Environment,
  stage: Stage | undefined,
): Promise<CheckReport> {
  const names = new Map(inputs.map(({ uri, name }) => [uri, name]));
  const projects = new Set<Project>();
  for (const { uri } of inputs) projects.add(await workspace.projectOf(uri));
  const onError = (rule: string, error: unknown): void => {
    const reason = error instanceof Error ? error.message : String(error);
    environment.stderr.write(`warrant: the rule ${rule} failed: ${reason}\n`);
  };
  const findings: ReportedFinding[] = [];
  const seen = new Set<string>();
  for (const project of projects) {
    for (const finding of runRules(project, undefined, { stage, onError })) {
      const { uri } = finding.place;
      if (!names.has(uri) && !(isConfigFile(uri) && finding.rule === 'invalid-project')) continue;
      // A warrant.yaml that several single files share is reported once.
      const key = findingKey(finding);
      if (seen.has(key)) continue;
      seen.add(key);
      const file = names.get(uri) ?? displayName(uri, environment.cwd);
      findings.push({ finding, file, text: await workspace.textOf(uri).catch(() => '') });
    }
  }
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { finding } of findings) counts[finding.severity]++;
  const checked = inputs.filter(({ uri }) => !isConfigFile(uri)).length;
  return {
    files: checked,
    findings,
    counts,
    summary: addUp([...projects], new Set(names.keys())),
  };
}

function addUp(projects: readonly Project[], uris: ReadonlySet<string>): Counts {
  const total = { claims: 0, supported: 0, evidence: 0, mechanisms: 0, constructs: 0 };
  for (const project of projects) {
    const summary = summarise(project, uris);
    for (const name of Object.keys(total) as (keyof Counts)[]) total[name] += summary[name];
  }
  return total;
}

function findingKey({ rule, place, message }: Finding): string {
  return JSON.stringify([rule, place, message]);
}

/** NO_COLOR and FORCE_COLOR are honoured as other commands do (no-color.org). */
function useColour({ stdout, env }: Environment, never: boolean): boolean {
  if (never || (env['NO_COLOR'] ?? '') !== '') return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0';
  return stdout.isTTY && env['TERM'] !== 'dumb';
}
