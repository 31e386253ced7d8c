import { KINDS, type Kind, type Tag } from '../model';
import type { Element, Project, ProjectFile } from '../project';
import type { Block, Check, Problem, Rule, Run } from './rule';
import { NONE } from './shared/problems';

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
  readonly #ofKind: ByKind;
  /** The same, apart: those that look far, and the others. */
  readonly #farOfKind: ByKind;
  readonly #nearOfKind: ByKind;
  readonly #ofTag: readonly Planned<Tag, ProjectFile, Project>[];
  readonly #ofBlock: readonly Planned<Block, ProjectFile, Project>[];
  readonly #ofLeaf: readonly Planned<Block['leaves'][number], ProjectFile, Project>[];
  readonly #ofFile: readonly Planned<ProjectFile, Project>[];
  readonly #ofProject: readonly Planned<Project>[];
  readonly #ofRun: readonly Planned<Run>[];

  /** @param isOn whether what a rule says counts anywhere; one of which nothing counts is not asked */
  constructor(
    rules: readonly Rule[],
    onError: OnError = () => undefined,
    isOn: (rule: Rule) => boolean = () => true,
  ) {
    this.rules = rules;
    this.#onError = onError;
    const planned = rules
      .filter(isOn)
      .flatMap((rule) => [rule, ...(rule.also ?? [])].map((check) => ({ rule, check })));
    const of = <S extends Check['scope']>(scope: S) =>
      planned.filter(
        (one): one is { rule: Rule; check: Extract<Check, { scope: S }> } =>
          one.check.scope === scope,
      );
    const ofElement = of('element');
    const byKind = (checks: typeof ofElement): ByKind =>
      new Map(
        KINDS.map((kind) => [
          kind,
          checks.filter(({ check }) => check.kinds?.includes(kind) ?? true),
        ]),
      );
    this.#ofKind = byKind(ofElement);
    this.#farOfKind = byKind(ofElement.filter(({ check }) => check.isFarReaching === true));
    this.#nearOfKind = byKind(ofElement.filter(({ check }) => check.isFarReaching !== true));
    this.#ofTag = of('tag');
    this.#ofBlock = of('block');
    this.#ofLeaf = of('leaf');
    this.#ofFile = of('file');
    this.#ofProject = of('project');
    this.#ofRun = of('run');
  }

  /** What is wrong with a tag. */
  tag(tag: Tag, file: ProjectFile, project: Project): readonly RuleProblem[] {
    const found = this.#ask(this.#ofTag, tag, file, project);
    const element = found.length > 0 ? project.elementOf(tag) : undefined;
    if (!element) return found;
    return found.map(({ rule, problem }) => ({ rule, problem: { element, ...problem } }));
  }

  /** What is wrong with an element. */
  element(element: Element, project: Project): readonly RuleProblem[] {
    return this.#askOf(element, this.#ofKind, project);
  }

  /** What is wrong with a part of a file, and with the blocks of text in it. */
  block(block: Block, file: ProjectFile, project: Project): readonly RuleProblem[] {
    const found = this.#ask(this.#ofBlock, block, file, project);
    if (this.#ofLeaf.length === 0) return found;
    return [
      ...found,
      ...block.leaves.flatMap((leaf) => this.#ask(this.#ofLeaf, leaf, file, project)),
    ];
  }

  /** What is wrong with a file and all that stands in it. */
  whole(file: ProjectFile, project: Project): readonly RuleProblem[] {
    return this.#inFile(file, this.#ofKind, project);
  }

  /** As {@link whole}, less {@link far}. */
  near(file: ProjectFile, project: Project): readonly RuleProblem[] {
    return this.#inFile(file, this.#nearOfKind, project);
  }

  #inFile(file: ProjectFile, checks: ByKind, project: Project): readonly RuleProblem[] {
    const found: RuleProblem[] = [];
    const add = (problems: readonly RuleProblem[]): void => {
      for (const problem of problems) found.push(problem);
    };
    for (const element of project.elementsIn(file)) add(this.#askOf(element, checks, project));
    if (!file.participates) return found;
    for (const tag of file.facts.currentTags) add(this.tag(tag, file, project));
    for (const block of file.facts.current.blocks) add(this.block(block, file, project));
    for (const check of this.file(file, project)) add(check());
    return found;
  }

  /** What is wrong with an element beside others, wherever these stand. */
  far(element: Element, project: Project): readonly RuleProblem[] {
    return this.#askOf(element, this.#farOfKind, project);
  }

  /** Whether {@link far} may say something of an element. */
  looksFar({ kind }: Element): boolean {
    return (this.#farOfKind.get(kind) ?? NO_CHECKS).length > 0;
  }

  /** Checks of whole files, each to be asked by itself. */
  file(file: ProjectFile, project: Project): (() => readonly RuleProblem[])[] {
    return this.#ofFile.map((one) => () => this.#ask([one], file, project, undefined));
  }

  /** Checks of the whole project, each to be asked by itself. */
  project(project: Project): (() => readonly RuleProblem[])[] {
    return this.#ofProject.map((one) => () => this.#ask([one], project, undefined, undefined));
  }

  /** What is wrong, seen what the other rules have found. */
  run(run: Run): readonly RuleProblem[] {
    return this.#ask(this.#ofRun, run, undefined, undefined);
  }

  #askOf(element: Element, checks: ByKind, project: Project): readonly RuleProblem[] {
    return this.#ask(checks.get(element.kind) ?? NO_CHECKS, element, project, undefined);
  }

  /** The arguments are given one by one, since this is called more often than anything else. */
  #ask<A, B, C>(checks: readonly Planned<A, B, C>[], a: A, b: B, c: C): readonly RuleProblem[] {
    let found: RuleProblem[] | undefined;
    for (const { rule, check } of checks) {
      try {
        const problems = check.check(a, b, c);
        if (problems === NONE) continue;
        for (const problem of problems) (found ??= []).push({ rule, problem });
      } catch (error) {
        this.#onError(rule.id, error);
      }
    }
    return found ?? NOTHING;
  }
}

/** A check, with the rule that it is a part of. */
interface Planned<A, B = undefined, C = undefined> {
  readonly rule: Rule;
  readonly check: { check(a: A, b: B, c: C): Iterable<Problem> };
}

type ByKind = ReadonlyMap<Kind, readonly Planned<Element, Project>[]>;

const NOTHING: readonly RuleProblem[] = [];
const NO_CHECKS: readonly never[] = [];
