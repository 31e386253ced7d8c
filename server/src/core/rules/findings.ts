import type { Stage } from '../config';
import type { Place } from '../model';
import type { Project } from '../project';
import type { RuleProblem } from './plan';
import type { Finding, JudgedSuppression, Rule } from './rule';
import { settingsOf, severityOf, severityOfRule, type FileSettings } from './severity';
import type { Suppression } from './suppressions';

/** Makes findings of problems: with the severity that stage and configuration give them. */
export class FindingMaker {
  readonly #project: Project;
  readonly #stage: Stage | undefined;
  readonly #settings = new Map<string, FileSettings>();

  /** @param stage the stage that the command line asks for; it goes before that of the manuscript */
  constructor(project: Project, stage: Stage | undefined) {
    this.#project = project;
    this.#stage = stage;
  }

  /** The finding; nothing where the rule is off there, or the file takes no part. */
  make({ rule, problem }: RuleProblem): Finding | undefined {
    const { message, element, related = [], data = {} } = problem;
    const place = this.#anchored(problem.place);
    if (this.#project.file(place.uri)?.participates === false) return undefined;
    const severity = severityOf(rule, problem, this.settings(place.uri));
    if (severity === 'off') return undefined;
    return {
      rule: rule.id,
      severity,
      place,
      message,
      ...(element?.id === undefined ? {} : { element: element.id }),
      related: related.map((one) => ({ ...one, place: this.#anchored(one.place) })),
      data,
    };
  }

  /** Whether what a rule says counts in some file of the project; what the rules of a run say may stand elsewhere. */
  counts(rule: Rule): boolean {
    const { files, config } = this.#project;
    return (
      rule.scope === 'run' ||
      [...files, ...(config ? [config] : [])].some(
        ({ uri }) => severityOfRule(rule, this.settings(uri)) !== 'off',
      )
    );
  }

  /** The place of a finding goes with the text, which may be edited around it. */
  #anchored(place: Place): Place {
    const range = this.#project.file(place.uri)?.facts.anchored(place.range) ?? place.range;
    return range === place.range ? place : { uri: place.uri, range };
  }

  /** What decides how a finding of a file counts. */
  settings(uri: string): FileSettings {
    let settings = this.#settings.get(uri);
    if (!settings)
      this.#settings.set(uri, (settings = settingsOf(this.#project, uri, this.#stage)));
    return settings;
  }
}

/** What the suppressions did, given the rules that have run. A rule that is off has nothing to hide. */
export function judge(
  suppressions: readonly Suppression[],
  used: ReadonlyMap<Suppression, ReadonlySet<string>>,
  rules: readonly Rule[],
  maker: FindingMaker,
): JudgedSuppression[] {
  return suppressions.map((suppression) => {
    const settings = maker.settings(suppression.place.uri);
    const named = new Set(suppression.rules.map(({ name }) => name));
    const idle = rules.filter(
      (rule) =>
        named.has(rule.id) &&
        used.get(suppression)?.has(rule.id) !== true &&
        severityOfRule(rule, settings) !== 'off',
    );
    return { ...suppression, unused: new Set(idle.map(({ id }) => id)) };
  });
}

/** Whether findings say the same about the same places, now and when the text is edited. */
export function areSame(before: readonly Finding[], after: readonly Finding[]): boolean {
  return (
    before.length === after.length &&
    after.every((finding, index) => isSame(before[index] ?? NOTHING, finding))
  );
}

const NOTHING: Partial<Finding> = {};

function isSame(a: Partial<Finding>, b: Finding): boolean {
  return (
    a.rule === b.rule &&
    a.message === b.message &&
    a.severity === b.severity &&
    a.element === b.element &&
    isSamePlace(a.place, b.place) &&
    a.related?.length === b.related.length &&
    b.related.every(({ message, place }, index) => {
      const other = a.related?.[index];
      return message === other?.message && isSamePlace(other.place, place);
    }) &&
    isSameData(a.data ?? {}, b.data)
  );
}

function isSamePlace(a: Place | undefined, b: Place): boolean {
  return a?.range === b.range && a.uri === b.uri;
}

function isSameData(a: Finding['data'], b: Finding['data']): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** The order of findings in a file. */
export function compareInFile(a: Finding, b: Finding): number {
  return (
    a.place.range.start - b.place.range.start ||
    a.place.range.end - b.place.range.end ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  );
}

/** Compares by code units, which needs no locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
