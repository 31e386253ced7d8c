import type { Project } from '../project';
import { RULES } from './all';
import { compareInFile, compareText, judge, type FindingMaker } from './findings';
import { FileState } from './fileState';
import type { Plan, RuleProblem } from './plan';
import type { Finding } from './rule';

/** What was found in the files of a project, less what their authors do not want to hear of. */
export class FindingTable {
  readonly #project: Project;
  readonly #plan: Plan;
  readonly #maker: FindingMaker;
  readonly #files = new Map<string, FileState>();
  /** What the rules say that judge the others, by file. */
  #last: ReadonlyMap<string, readonly Finding[]> = new Map();
  #changed = new Set<string>();

  constructor(project: Project, plan: Plan, maker: FindingMaker) {
    this.#project = project;
    this.#plan = plan;
    this.#maker = maker;
  }

  /** The findings that problems count as. */
  made(problems: readonly RuleProblem[]): readonly Finding[] {
    return problems.flatMap((problem) => this.#maker.make(problem) ?? []);
  }

  /** Takes in findings. */
  add(findings: readonly Finding[]): void {
    for (const finding of findings) {
      const { uri } = finding.place;
      this.#fileState(uri).add(finding);
      this.#changed.add(uri);
    }
  }

  /** Takes out findings that were added. */
  delete(findings: readonly Finding[]): void {
    for (const uri of new Set(findings.map(({ place }) => place.uri))) {
      this.#fileState(uri).delete(findings);
      this.#changed.add(uri);
    }
  }

  /** Whether a file has suppressions, as they were last read. */
  hasSuppressions(uri: string): boolean {
    return this.#files.get(uri)?.hasSuppressions === true;
  }

  /**
   * Brings what is visible up to date.
   * @param edited the files whose suppressions are to be read: what these cover depends on the text around them
   * @returns the files whose findings are not what they were
   */
  refresh(edited: Iterable<string>): ReadonlySet<string> {
    const changed = this.#changed;
    this.#changed = new Set();
    for (const uri of edited) {
      if (this.#fileState(uri).readSuppressions(this.#project)) changed.add(uri);
    }
    for (const uri of changed) this.#fileState(uri).refresh();
    for (const uri of this.#judgeRun()) changed.add(uri);
    return changed;
  }

  /** The findings of a file, as of the last {@link refresh}. */
  of(uri: string): readonly Finding[] {
    const own = this.#files.get(uri)?.visible ?? [];
    const last = this.#last.get(uri);
    return last ? [...own, ...last].sort(compareInFile) : own;
  }

  /** All findings, as of the last {@link refresh}: in the order of the manuscript; other files come last. */
  all(): Finding[] {
    const files = this.#project.files.map(({ uri }) => uri);
    const known = new Set(files);
    const others = [...new Set([...this.#files.keys(), ...this.#last.keys()])]
      .filter((uri) => !known.has(uri))
      .sort(compareText);
    return [...files, ...others].flatMap((uri) => this.of(uri));
  }

  #fileState(uri: string): FileState {
    let state = this.#files.get(uri);
    if (!state) this.#files.set(uri, (state = new FileState(uri)));
    return state;
  }

  /** Some rules judge what the others have found, and what the author did about it. Gives the files that it changed. */
  #judgeRun(): Iterable<string> {
    const states = [...this.#files.values()].filter(({ hasSuppressions }) => hasSuppressions);
    const suppressions = states.flatMap((state) => state.suppressions);
    const used = new Map(states.flatMap((state) => [...state.used]));
    const others = this.#plan.rules.filter(({ scope }) => scope !== 'run');
    const problems = this.#plan.run({
      project: this.#project,
      known: KNOWN,
      suppressions: judge(suppressions, used, others, this.#maker),
    });
    const before = this.#last;
    const after = new Map<string, Finding[]>();
    for (const problem of problems) {
      const finding = this.#maker.make(problem);
      if (!finding || this.#fileState(finding.place.uri).hides(finding)) continue;
      const findings = after.get(finding.place.uri);
      if (findings) findings.push(finding);
      else after.set(finding.place.uri, [finding]);
    }
    this.#last = after;
    return new Set([...before.keys(), ...after.keys()]);
  }
}

const KNOWN: ReadonlySet<string> = new Set(RULES.map(({ id }) => id));
