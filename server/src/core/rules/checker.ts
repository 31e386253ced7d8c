import type { Stage } from '../config';
import type { Tag } from '../model';
import type { Element, Project, ProjectFile, ProjectListener } from '../project';
import { untracked, Watcher, WatchQueue } from '../reactive';
import { RULES } from './all';
import { compareInFile, compareText, FindingMaker, judge } from './findings';
import { FileState } from './fileState';
import { Plan, type OnError, type RuleProblem } from './plan';
import type { Block, Finding, Rule } from './rule';
import { isHidden } from './suppressions';

/** What may be said about a check. */
export interface CheckOptions {
  /** The stage that the command line asks for; it goes before that of the manuscript. */
  readonly stage?: Stage | undefined;
  /** Told of a rule that failed; the others run on. */
  readonly onError?: OnError;
}

/**
 * Checks a project and keeps the findings up to date while it is edited: what a rule says of an element, a tag, a block, a
 * file or the whole is asked again only when something has changed that it has read.
 */
export class Checker implements ProjectListener {
  readonly #project: Project;
  readonly #plan: Plan;
  readonly #maker: FindingMaker;
  readonly #queue = new WatchQueue();
  readonly #elements = new Map<Element, Unit>();
  readonly #tags = new Map<Tag, Unit>();
  readonly #blocks = new Map<Block, Unit>();
  readonly #others: Unit[] = [];
  readonly #files = new Map<string, FileState>();
  /** What the rules say that judge the others, by file. */
  #last: ReadonlyMap<string, readonly Finding[]> = new Map();
  readonly #stop: () => void;
  #changed = new Set<string>();
  readonly #edited = new Set<string>();
  /** Files that were not taken up yet. */
  readonly #unread: Set<ProjectFile>;

  constructor(project: Project, rules: readonly Rule[] = RULES, options: CheckOptions = {}) {
    this.#project = project;
    this.#maker = new FindingMaker(project, options.stage);
    this.#plan = new Plan(rules, options.onError, (rule) => this.#maker.counts(rule));
    for (const element of project.elements) this.#addElement(element);
    if (project.config) this.#edited.add(project.config.uri);
    this.#unread = new Set(project.files);
    for (const check of this.#plan.project(project)) this.#others.push(this.#unit(check));
    this.#stop = project.listen(this);
  }

  /**
   * Does a part of what {@link refresh} has to do.
   * @param isDue when to stop
   * @returns whether there is nothing more to do than a little
   */
  advance(isDue?: () => boolean): boolean {
    for (const file of this.#unread) {
      if (!this.#queue.flush(isDue)) return false;
      this.#unread.delete(file);
      this.#takeUp(file);
    }
    return this.#queue.flush(isDue);
  }

  /** How many files wait to be checked for the first time. */
  get waiting(): number {
    return this.#unread.size;
  }

  /**
   * Brings the findings up to date.
   * @returns the files whose findings are not what they were; where only the text around them moved, their places have
   *   moved with it, and the file is not among these
   */
  refresh(): ReadonlySet<string> {
    this.advance();
    const changed = this.#changed;
    this.#changed = new Set();
    for (const uri of this.#edited) {
      // What a suppression covers depends on the text around it.
      if (this.#fileState(uri).readSuppressions(this.#project)) changed.add(uri);
    }
    this.#edited.clear();
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

  /** Stops following the project; what was found stays. */
  dispose(): void {
    this.#stop();
    this.#unread.clear();
    for (const units of [this.#elements, this.#tags, this.#blocks]) {
      for (const unit of units.values()) unit.stop();
    }
    for (const unit of this.#others) unit.stop();
  }

  elementsChanged(added: readonly Element[], removed: readonly Element[]): void {
    for (const element of removed) drop(this.#elements, element);
    for (const element of added) this.#addElement(element);
  }

  tagsChanged(file: ProjectFile, added: readonly Tag[], removed: readonly Tag[]): void {
    if (this.#unread.has(file)) return;
    for (const tag of removed) drop(this.#tags, tag);
    if (file.participates) for (const tag of added) this.#addTag(tag, file);
  }

  blocksChanged(file: ProjectFile, added: readonly Block[], removed: readonly Block[]): void {
    if (this.#unread.has(file)) return;
    // Comments are few: mostly there is nothing to suppress, before and after.
    const isConcerned =
      this.#fileState(file.uri).hasSuppressions ||
      [...added, ...removed].some(({ comments }) => comments.length > 0);
    if (isConcerned) this.#edited.add(file.uri);
    for (const block of removed) drop(this.#blocks, block);
    if (file.participates) for (const block of added) this.#addBlock(block, file);
  }

  closed(): void {
    this.dispose();
  }

  #takeUp(file: ProjectFile): void {
    this.#edited.add(file.uri);
    if (!file.participates) return;
    for (const tag of file.facts.currentTags) this.#addTag(tag, file);
    for (const block of file.facts.current.blocks) this.#addBlock(block, file);
    for (const check of this.#plan.file(file, this.#project)) this.#others.push(this.#unit(check));
  }

  #addElement(element: Element): void {
    this.#elements.set(
      element,
      this.#unit(() => this.#plan.element(element, this.#project)),
    );
  }

  #addTag(tag: Tag, file: ProjectFile): void {
    this.#tags.set(
      tag,
      this.#unit(() => this.#plan.tag(tag, file, this.#project)),
    );
  }

  #addBlock(block: Block, file: ProjectFile): void {
    this.#blocks.set(
      block,
      this.#unit(() => this.#plan.block(block, file, this.#project)),
    );
  }

  #unit(check: () => readonly RuleProblem[]): Unit {
    return new Unit(this.#queue, check, this.#replace);
  }

  /** Puts what a unit says now in the place of what it said before. */
  readonly #replace = (unit: Unit, problems: readonly RuleProblem[]): void => {
    const before = unit.findings;
    unit.findings = problems.flatMap((problem) => this.#maker.make(problem) ?? []);
    if (before.length > 0) {
      const gone = new Set(before);
      for (const uri of new Set(before.map(({ place }) => place.uri))) {
        this.#fileState(uri).delete(gone);
        this.#changed.add(uri);
      }
    }
    for (const finding of unit.findings) {
      const { uri } = finding.place;
      this.#fileState(uri).add(finding);
      this.#changed.add(uri);
    }
  };

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
      if (!finding || isHidden(finding, suppressions)) continue;
      const findings = after.get(finding.place.uri);
      if (findings) findings.push(finding);
      else after.set(finding.place.uri, [finding]);
    }
    this.#last = after;
    return new Set([...before.keys(), ...after.keys()]);
  }
}

const KNOWN: ReadonlySet<string> = new Set(RULES.map(({ id }) => id));

/** Something that checks are asked about, with what they found. */
class Unit {
  findings: readonly Finding[] = [];
  readonly #watcher: Watcher;
  readonly #replace: (unit: Unit, problems: readonly RuleProblem[]) => void;

  constructor(
    queue: WatchQueue,
    check: () => readonly RuleProblem[],
    replace: (unit: Unit, problems: readonly RuleProblem[]) => void,
  ) {
    this.#replace = replace;
    this.#watcher = new Watcher(queue, () => {
      const problems = check();
      if (problems.length + this.findings.length > 0)
        untracked(() => {
          replace(this, problems);
        });
    });
  }

  /** Asks no more; what was found stays. */
  stop(): void {
    this.#watcher.dispose();
  }

  /** Takes back what was found. */
  retract(): void {
    this.stop();
    if (this.findings.length > 0) this.#replace(this, []);
  }
}

function drop<K>(units: Map<K, Unit>, key: K): void {
  units.get(key)?.retract();
  units.delete(key);
}
