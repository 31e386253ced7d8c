import { KINDS, type Kind, type Tag } from '../model';
import type { Element, Project, ProjectFile } from '../project';
import type { Block, Check, Problem, Rule } from './rule';

/** A problem, and the rule that reports it. */
export interface RuleProblem {
  readonly rule: Rule;
  readonly problem: Problem;
}

/** Told of a rule that failed. */
export type OnError = (rule: string, error: unknown) => void;

/** The checks of some rules, by what they are asked about. What a rule said before it failed counts. */
export class Plan {
  readonly rules: readonly Rule[];
  readonly #onError: OnError;
  readonly #checks: readonly { readonly rule: Rule; readonly check: Check }[];
  readonly #ofKind: Readonly<Record<Kind, readonly Planned<'element'>[]>>;
  readonly #ofTag: readonly Planned<'tag'>[];
  readonly #ofBlock: readonly Planned<'block'>[];
  readonly #ofLeaf: readonly Planned<'leaf'>[];

  constructor(rules: readonly Rule[], onError: OnError = () => undefined) {
    this.rules = rules;
    this.#onError = onError;
    this.#checks = rules.flatMap((rule) =>
      [rule, ...(rule.also ?? [])].map((check) => ({ rule, check })),
    );
    const ofElement = this.#of('element');
    const ofKind = KINDS.map((kind) => [
      kind,
      ofElement.filter(({ check }) => check.kinds?.includes(kind) ?? true),
    ]);
    this.#ofKind = Object.fromEntries(ofKind) as Record<Kind, readonly Planned<'element'>[]>;
    this.#ofTag = this.#of('tag');
    this.#ofBlock = this.#of('block');
    this.#ofLeaf = this.#of('leaf');
  }

  /** What is wrong with a tag. */
  tag(tag: Tag, file: ProjectFile, project: Project): RuleProblem[] {
    const found: RuleProblem[] = [];
    for (const { rule, check } of this.#ofTag) {
      this.#collect(rule, found, () => check.check(tag, file, project));
    }
    if (found.length === 0) return found;
    const element = project.elementOf(tag);
    if (!element) return found;
    return found.map(({ rule, problem }) => ({ rule, problem: { element, ...problem } }));
  }

  /** What is wrong with an element. */
  element(element: Element, project: Project): RuleProblem[] {
    const found: RuleProblem[] = [];
    for (const { rule, check } of this.#ofKind[element.kind]) {
      this.#collect(rule, found, () => check.check(element, project));
    }
    return found;
  }

  /** What is wrong with a part of a file, and with the blocks of text in it. */
  block(block: Block, file: ProjectFile, project: Project): RuleProblem[] {
    const found: RuleProblem[] = [];
    for (const { rule, check } of this.#ofBlock) {
      this.#collect(rule, found, () => check.check(block, file, project));
    }
    for (const leaf of block.leaves) {
      for (const { rule, check } of this.#ofLeaf) {
        this.#collect(rule, found, () => check.check(leaf, file, project));
      }
    }
    return found;
  }

  /** Checks of whole files, each to be asked by itself. */
  file(file: ProjectFile, project: Project): (() => RuleProblem[])[] {
    return this.#of('file').map(({ rule, check }) => () => {
      const found: RuleProblem[] = [];
      this.#collect(rule, found, () => check.check(file, project));
      return found;
    });
  }

  /** Checks of the whole project, each to be asked by itself. */
  project(project: Project): (() => RuleProblem[])[] {
    return this.#of('project').map(({ rule, check }) => () => {
      const found: RuleProblem[] = [];
      this.#collect(rule, found, () => check.check(project));
      return found;
    });
  }

  /** What is wrong, seen what the other rules have found. */
  run(run: Parameters<Extract<Check, { scope: 'run' }>['check']>[0]): RuleProblem[] {
    const found: RuleProblem[] = [];
    for (const { rule, check } of this.#of('run')) {
      this.#collect(rule, found, () => check.check(run));
    }
    return found;
  }

  #of<S extends Check['scope']>(scope: S): Planned<S>[] {
    return this.#checks.filter((planned): planned is Planned<S> => planned.check.scope === scope);
  }

  #collect(rule: Rule, found: RuleProblem[], check: () => Iterable<Problem>): void {
    try {
      for (const problem of check()) found.push({ rule, problem });
    } catch (error) {
      this.#onError(rule.id, error);
    }
  }
}

interface Planned<S extends Check['scope']> {
  readonly rule: Rule;
  readonly check: Extract<Check, { scope: S }>;
}
