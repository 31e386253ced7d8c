import type { Stage } from '../config';
import type { Tag } from '../model';
import {
  readWordsOf,
  type Element,
  type Project,
  type ProjectFile,
  type ProjectListener,
} from '../project';
import { WatchQueue } from '../reactive';
import { RULES } from './all';
import { areSame, FindingMaker } from './findings';
import { FindingTable } from './findingTable';
import { Plan, type OnError, type RuleProblem } from './plan';
import type { Block, Finding, Rule } from './rule';
import { Units, type Unit } from './units';

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
  readonly #findings: FindingTable;
  readonly #queue = new WatchQueue();
  /** Closed files wait by themselves: what is open goes first. */
  readonly #closedQueue = new WatchQueue();
  readonly #elements: Units<Element>;
  readonly #tags: Units<Tag, ProjectFile>;
  readonly #blocks: Units<Block, ProjectFile>;
  /** Checks of whole files, and of the project. */
  readonly #others: Units<() => readonly RuleProblem[]>;
  /** Files that are checked all at once, which takes a fraction of the memory: what is closed need not be followed closely. */
  readonly #wholes: Units<ProjectFile>;
  /** What is asked about elements of the same files apart, since things that stand anywhere decide it. */
  readonly #afar: Units<Element>;
  /** The files that are checked part by part, with the checks of them as files. */
  readonly #inParts = new Map<ProjectFile, readonly (() => readonly RuleProblem[])[]>();
  readonly #stop: () => void;
  readonly #edited = new Set<string>();
  /** Files that were not taken up yet. */
  readonly #unread: Set<ProjectFile>;
  /** Files whose words were not read yet: most rules look for something in all of them, which takes long at once. */
  readonly #unseen: Set<ProjectFile>;

  constructor(project: Project, rules: readonly Rule[] = RULES, options: CheckOptions = {}) {
    this.#project = project;
    const maker = new FindingMaker(project, options.stage);
    this.#plan = new Plan(rules, options.onError, (rule) => maker.counts(rule));
    this.#findings = new FindingTable(project, this.#plan, maker);
    this.#elements = this.#units((element) => this.#plan.element(element, project));
    this.#tags = this.#units((tag, file) => this.#plan.tag(tag, file, project));
    this.#blocks = this.#units((block, file) => this.#plan.block(block, file, project));
    this.#others = this.#units((ask) => ask());
    this.#wholes = new Units(this.#closedQueue, {
      check: (file) => this.#plan.near(file, project),
      wholeOf: ({ facts }) => facts,
      replace: this.#replace,
    });
    this.#afar = new Units(this.#closedQueue, {
      check: (element) => this.#plan.far(element, project),
      wholeOf: (element) => this.#homeOf(element)?.facts ?? element,
      replace: this.#replace,
    });
    for (const element of project.elements) {
      if (!this.#homeOf(element)) this.#elements.add(element, undefined);
    }
    if (project.config) this.#edited.add(project.config.uri);
    this.#unread = new Set(project.files);
    this.#unseen = new Set(project.files);
    for (const check of this.#plan.project(project)) this.#others.add(check, undefined);
    this.#stop = project.listen(this);
  }

  /**
   * Does a part of what {@link refresh} has to do.
   * @param isDue when to stop
   * @returns whether there is nothing more to do than a little
   */
  advance(isDue?: () => boolean): boolean {
    if (isDue && !this.#readWords(isDue)) return false;
    for (const file of this.#unread) {
      if (!this.#checkWaiting(isDue)) return false;
      this.#unread.delete(file);
      this.#takeUp(file);
    }
    return this.#checkWaiting(isDue);
  }

  /**
   * Brings the findings up to date, but for those of closed files: these wait for {@link advance} or {@link refresh}. Where
   * files have not been checked yet, they are checked now.
   * @returns as {@link refresh} does
   */
  refreshOpen(): ReadonlySet<string> {
    if (this.#unread.size > 0) return this.refresh();
    this.#checkOpen();
    // What suppressions of a closed file do is known when it has been checked.
    return this.#takeIn([...this.#edited].filter((uri) => !this.#isClosed(uri)));
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
    return this.#takeIn([...this.#edited]);
  }

  /** The findings of a file, as of the last {@link refresh}. */
  of(uri: string): readonly Finding[] {
    return this.#findings.of(uri);
  }

  /** All findings, as of the last {@link refresh}: in the order of the manuscript; other files come last. */
  all(): Finding[] {
    return this.#findings.all();
  }

  /** Stops following the project; what was found stays. */
  dispose(): void {
    this.#stop();
    this.#unread.clear();
    for (const units of this.#collections) units.stop();
  }

  elementsChanged(added: readonly Element[], removed: readonly Element[]): void {
    for (const element of removed) {
      if (this.#isFollowed(element)) this.#elements.delete(element);
      else this.#afar.delete(element);
    }
    for (const element of added) {
      if (this.#isFollowed(element)) this.#elements.add(element, undefined);
    }
  }

  tagsChanged(file: ProjectFile, added: readonly Tag[], removed: readonly Tag[]): void {
    if (!this.#inParts.has(file)) return;
    for (const tag of removed) this.#tags.delete(tag);
    if (file.participates) for (const tag of added) this.#tags.add(tag, file);
  }

  blocksChanged(file: ProjectFile, added: readonly Block[], removed: readonly Block[]): void {
    if (this.#unread.has(file)) return;
    // Comments are few: mostly there is nothing to suppress, before and after.
    const isConcerned =
      this.#findings.hasSuppressions(file.uri) ||
      [...added, ...removed].some(({ comments }) => comments.length > 0);
    if (isConcerned) this.#edited.add(file.uri);
    if (!this.#inParts.has(file)) {
      this.#invalidate(file);
      return;
    }
    for (const block of removed) this.#blocks.delete(block);
    if (file.participates) for (const block of added) this.#blocks.add(block, file);
  }

  openChanged(file: ProjectFile): void {
    if (this.#unread.has(file) || this.#inParts.has(file) !== this.#isWhole(file)) return;
    this.#letGo(file);
    this.#follow(file);
  }

  closed(): void {
    this.dispose();
  }

  #readWords(isDue: () => boolean): boolean {
    for (const file of this.#unseen) {
      if (isDue()) return false;
      this.#unseen.delete(file);
      readWordsOf(file.facts);
    }
    return true;
  }

  #takeUp(file: ProjectFile): void {
    this.#edited.add(file.uri);
    this.#follow(file);
  }

  #follow(file: ProjectFile): void {
    if (this.#isWhole(file)) {
      this.#wholes.add(file, undefined);
      this.#askAfar(file);
      return;
    }
    const checks = file.participates ? this.#plan.file(file, this.#project) : [];
    this.#inParts.set(file, checks);
    for (const element of this.#project.elementsIn(file)) this.#elements.add(element, undefined);
    if (!file.participates) return;
    for (const tag of file.facts.currentTags) this.#tags.add(tag, file);
    for (const block of file.facts.current.blocks) this.#blocks.add(block, file);
    for (const check of checks) this.#others.add(check, undefined);
  }

  #letGo(file: ProjectFile): void {
    const checks = this.#inParts.get(file);
    if (!this.#inParts.delete(file)) {
      this.#wholes.delete(file);
      for (const element of this.#project.elementsIn(file)) this.#afar.delete(element);
      return;
    }
    for (const element of this.#project.elementsIn(file)) this.#elements.delete(element);
    for (const tag of file.facts.currentTags) this.#tags.delete(tag);
    for (const block of file.facts.current.blocks) this.#blocks.delete(block);
    for (const check of checks ?? []) this.#others.delete(check);
  }

  /** Whether a file is checked all at once; a long one would take longer than others should wait. */
  #isWhole({ uri, facts }: ProjectFile): boolean {
    return !this.#project.isOpen(uri) && facts.current.length <= LONGEST_WHOLE;
  }

  /** The file with the tag that introduces an element; nothing for one of the registry. */
  #homeOf({ tag }: Element): ProjectFile | undefined {
    return tag && this.#project.file(tag.uri);
  }

  /** Whether an element is checked by itself; if not, its file is checked again. */
  #isFollowed(element: Element): boolean {
    const home = this.#homeOf(element);
    if (!home || this.#inParts.has(home)) return true;
    if (!this.#unread.has(home)) this.#invalidate(home);
    return false;
  }

  /** Has the elements of a closed file checked beside those of others, for the first time or again. */
  #askAfar(file: ProjectFile): void {
    for (const element of this.#project.elementsIn(file)) {
      if (this.#plan.looksFar(element)) this.#afar.invalidate(element, undefined);
    }
  }

  /** Has a closed file checked again. */
  #invalidate(file: ProjectFile): void {
    this.#wholes.invalidate(file, undefined);
    this.#askAfar(file);
  }

  /**
   * Takes in what was found.
   * @param edited the files of which the suppressions are read
   * @returns the files of which something else is visible now
   */
  #takeIn(edited: readonly string[]): ReadonlySet<string> {
    for (const uri of edited) this.#edited.delete(uri);
    return this.#findings.refresh(edited);
  }

  #isClosed(uri: string): boolean {
    const file = this.#project.file(uri);
    return file !== undefined && !this.#inParts.has(file);
  }

  /** Checks what is new, and what has to be checked again. */
  #checkWaiting(isDue?: () => boolean): boolean {
    return this.#checkOpen(isDue) && this.#closedQueue.flush(isDue);
  }

  /** Checks what is new, and all but closed files again. */
  #checkOpen(isDue?: () => boolean): boolean {
    // What is asked for the first time may be derived from what has to be derived again.
    return (
      this.#project.settle(isDue) &&
      this.#collections.every((units) => units.advance(isDue)) &&
      this.#queue.flush(isDue)
    );
  }

  get #collections() {
    return [this.#elements, this.#tags, this.#blocks, this.#others, this.#wholes, this.#afar];
  }

  #units<T extends object, C>(
    check: (thing: T, context: C) => readonly RuleProblem[],
  ): Units<T, C> {
    return new Units(this.#queue, { check, replace: this.#replace });
  }

  /** Puts what a unit says now in the place of what it said before. */
  readonly #replace = (unit: Unit, problems: readonly RuleProblem[]): void => {
    const before = unit.findings;
    const after = this.#findings.made(problems);
    if (areSame(before, after)) return;
    unit.findings = after;
    if (before.length > 0) this.#findings.delete(before);
    this.#findings.add(after);
  };
}

/** In UTF-16 units. */
const LONGEST_WHOLE = 1 << 16;
