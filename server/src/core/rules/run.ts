import type { Stage } from '../config';
import type { Place } from '../model';
import type { Project } from '../project';
import { RULES } from './all';
import type { Check, Finding, Fix, JudgedSuppression, Problem, Rule } from './rule';
import { settingsOf, severityOf, severityOfRule } from './severity';
import { suppressionFix } from './suppressionFix';
import { hides, suppressionsOf, type Suppression } from './suppressions';

/** What may be said about a run of the rules. */
export interface RunOptions {
  /** The stage that the command line asks for; it goes before that of the manuscript. */
  readonly stage?: Stage | undefined;
  /** Told of a rule that failed; the others run on. */
  readonly onError?: (rule: string, error: unknown) => void;
}

/**
 * What the rules have to say about a project, with the severities that stage and configuration give them and without
 * what is suppressed or stands in a file that takes no part. In the order of the manuscript; other files come last.
 */
export function runRules(
  project: Project,
  rules: readonly Rule[] = RULES,
  options: RunOptions = {},
): Finding[] {
  const report = new Report(project, options);
  const [last, first] = partition(rules, ({ scope }) => scope === 'run');
  for (const rule of first) {
    for (const check of [rule, ...(rule.also ?? [])]) {
      report.add(rule, () => problemsOf(check, project));
    }
  }
  const suppressions = report.judge(first);
  const known = new Set(RULES.map(({ id }) => id));
  for (const rule of last) {
    if (rule.scope === 'run') report.add(rule, () => rule.check({ project, known, suppressions }));
  }
  return report.findings();
}

/** The ways to mend a finding, best first; the way to suppress it comes last. */
export function fixesOf(
  finding: Finding,
  project: Project,
  rules: readonly Rule[] = RULES,
): readonly Fix[] {
  const rule = rules.find(({ id }) => id === finding.rule);
  return [...(rule?.fix?.(finding, project) ?? []), ...suppressionFix(finding, project)];
}

function* problemsOf(rule: Check, project: Project): Iterable<Problem> {
  const files = project.files.filter(({ participates }) => participates);
  switch (rule.scope) {
    case 'tag':
      for (const file of files) {
        for (const tag of file.facts.tags) {
          const element = project.elementOf(tag);
          for (const problem of rule.check(tag, file, project)) {
            yield element ? { element, ...problem } : problem;
          }
        }
      }
      break;
    case 'leaf':
      for (const file of files) {
        for (const leaf of file.facts.document.leaves) yield* rule.check(leaf, file, project);
      }
      break;
    case 'block':
      for (const file of files) yield* rule.check(file.facts.document, file, project);
      break;
    case 'file':
      for (const file of files) yield* rule.check(file, project);
      break;
    case 'element':
      for (const element of project.elements) {
        if (rule.kinds?.includes(element.kind) === false) continue;
        yield* rule.check(element, project);
      }
      break;
    case 'project':
      yield* rule.check(project);
      break;
    case 'run':
      break;
  }
}

/** Gathers findings and keeps count of what the suppressions hid. */
class Report {
  readonly #project: Project;
  readonly #options: RunOptions;
  readonly #suppressions: readonly Suppression[];
  /** For each suppression, the rules that it hid something of. */
  readonly #used = new Map<Suppression, Set<string>>();
  readonly #findings = new Map<string, Finding>();
  readonly #order: ReadonlyMap<string, number>;

  constructor(project: Project, options: RunOptions) {
    this.#project = project;
    this.#options = options;
    this.#suppressions = suppressionsOf(project);
    this.#order = new Map(project.files.map(({ uri }, index) => [uri, index]));
  }

  /** Adds what a rule says; a rule that throws is reported, and what it said before counts. */
  add(rule: Rule, check: () => Iterable<Problem>): void {
    try {
      for (const problem of check()) this.#addProblem(rule, problem);
    } catch (error) {
      this.#options.onError?.(rule.id, error);
    }
  }

  #addProblem(rule: Rule, problem: Problem): void {
    const { place, message, element, related = [], data = {} } = problem;
    const file = this.#project.file(place.uri);
    if (file && !file.participates) return;
    const severity = severityOf(rule, problem, this.#settings(place.uri));
    if (severity === 'off' || this.#isHidden(rule.id, place)) return;
    const { start, end } = place.range;
    this.#findings.set(JSON.stringify([rule.id, place.uri, start, end, message]), {
      rule: rule.id,
      severity,
      place,
      message,
      ...(element?.id === undefined ? {} : { element: element.id }),
      related,
      data,
    });
  }

  /** What the suppressions did, given the rules that have run. A rule that is off has nothing to hide. */
  judge(rules: readonly Rule[]): JudgedSuppression[] {
    return this.#suppressions.map((suppression) => {
      const used = this.#used.get(suppression);
      const settings = this.#settings(suppression.place.uri);
      const idle = rules.filter(
        (rule) => !used?.has(rule.id) && severityOfRule(rule, settings) !== 'off',
      );
      const named = new Set(suppression.rules.map(({ name }) => name));
      return {
        ...suppression,
        unused: new Set(idle.map(({ id }) => id).filter((id) => named.has(id))),
      };
    });
  }

  findings(): Finding[] {
    const position = ({ place }: Finding) => this.#order.get(place.uri) ?? this.#order.size;
    return [...this.#findings.values()].sort(
      (a, b) =>
        position(a) - position(b) ||
        compare(a.place.uri, b.place.uri) ||
        a.place.range.start - b.place.range.start ||
        a.place.range.end - b.place.range.end ||
        compare(a.rule, b.rule),
    );
  }

  #settings(uri: string) {
    return settingsOf(this.#project, uri, this.#options.stage);
  }

  #isHidden(rule: string, place: Place): boolean {
    let hidden = false;
    for (const suppression of this.#suppressions) {
      if (!hides(suppression, rule, place)) continue;
      hidden = true;
      const used = this.#used.get(suppression) ?? new Set();
      this.#used.set(suppression, used.add(rule));
    }
    return hidden;
  }
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
