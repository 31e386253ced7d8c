import type { Severity, Stage } from '../config';
import type { Kind, Place, Tag } from '../model';
import type { Element, Project, ProjectFile } from '../project';
import type { Leaf, SyntaxBlock } from '../syntax';
import type { TextEdit } from '../text/textEdit';
import type { Suppression } from './suppressions';

/** What a rule has to say about one place. */
export interface Problem {
  /** One sentence that says what is wrong and, where it is not plain, what to do; without a full stop. */
  readonly message: string;
  readonly place: Place;
  /** The element that it is about. */
  readonly element?: Element;
  readonly related?: readonly RelatedPlace[];
  /** The severity of this problem, where it matters more or less than the rule's others; `rules:` still can lower it. */
  readonly severity?: Severity;
  /** The stage under which alone it is reported: an admitted gap counts in a submission only. */
  readonly stage?: Stage;
  /** What the fix needs to know besides the place. */
  readonly data?: Readonly<Record<string, string | readonly string[]>>;
}

/** Another place that helps to understand a finding. */
export interface RelatedPlace {
  readonly message: string;
  readonly place: Place;
}

/** A problem with the rule and severity under which it is reported. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly place: Place;
  readonly message: string;
  /** The id of the element that it is about, without `#`. */
  readonly element?: string;
  readonly related: readonly RelatedPlace[];
  readonly data: Readonly<Record<string, string | readonly string[]>>;
}

/** Edits to several files, by URI. */
export type WorkspaceEdits = ReadonlyMap<string, readonly TextEdit[]>;

/** A way to mend a finding. */
export interface Fix {
  /** An imperative, as it stands in the menu. */
  readonly title: string;
  readonly edits: WorkspaceEdits;
  /** Whether it is the obvious thing to do. */
  readonly preferred?: boolean;
  /** Whether it only writes otherwise what is meant in any case, so that it may be made unasked. */
  readonly safe?: boolean;
  /** Whether it leaves a value empty for the author to fill in, so that the finding may stay until then. */
  readonly unfinished?: boolean;
  /** Whether it mends nothing, and only keeps the finding from being reported. */
  readonly suppresses?: boolean;
}

/** How a rule is documented. `docs/rules.md`, the hover of its code and the tests are made from this. */
export interface RuleDocumentation {
  /** One paragraph of Markdown: what it reports, why a co-author would object, what to do. */
  readonly summary: string;
  /** A manuscript (with front matter where needed) on which it reports something. */
  readonly bad: string;
  /** The same manuscript, mended; the rule reports nothing on it. */
  readonly good: string;
  /** Contents of a `warrant.yaml` beside both, where the rule needs one. */
  readonly config?: string;
  /** Further files beside both, by their path, where the rule needs some. */
  readonly files?: Readonly<Record<string, string>>;
  /** Paths of files that git tracks in the folder of both, where the rule asks for that. */
  readonly tracked?: readonly string[];
  /** Where no program can mend what is reported, or not always: why, in one sentence. */
  readonly byHand?: string;
}

interface RuleBase {
  /** Stable: people write it into their configuration. */
  readonly id: string;
  /** The severity where neither stage nor configuration says otherwise. */
  readonly severity: Severity | 'off';
  /** The severity under `stage: draft`, where it differs. */
  readonly draft?: Severity | 'off';
  /** The severity under `stage: submission`, where it differs. */
  readonly submission?: Severity | 'off';
  readonly documentation: RuleDocumentation;
  /** The ways to mend a finding of this rule, best first. Computed when asked for. */
  fix?(finding: Finding, project: Project): readonly Fix[];
}

/** What a rule may judge after all others have run. */
export interface Run {
  readonly project: Project;
  /** The ids of all rules, whether they ran or not. */
  readonly known: ReadonlySet<string>;
  readonly suppressions: readonly JudgedSuppression[];
}

/** A suppression, and what it did. */
export interface JudgedSuppression extends Suppression {
  /** The rules of it that had no finding to hide, though they ran. */
  readonly unused: ReadonlySet<string>;
}

/** A part of a file that begins and ends with whole blocks of text, with what the scanner found in it. */
export type Block = SyntaxBlock;

/**
 * A check. Its scope says what it is asked about, one at a time, and so what its verdict should depend on: `tag` on one tag,
 * `leaf` on one block of text and on what is looked for in it, `block` on a part of a file, however that is divided, `file`
 * on one file, `element` on an element and its neighbours in the graph, `project` on everything, `run` on what the other
 * rules found and the author did about it. Problems in files that take no part are dropped by the runner.
 */
export type Check =
  | {
      readonly scope: 'tag';
      check(tag: Tag, file: ProjectFile, project: Project): Iterable<Problem>;
    }
  | {
      readonly scope: 'leaf';
      check(leaf: Leaf, file: ProjectFile, project: Project): Iterable<Problem>;
    }
  | {
      readonly scope: 'block';
      check(block: Block, file: ProjectFile, project: Project): Iterable<Problem>;
    }
  | { readonly scope: 'file'; check(file: ProjectFile, project: Project): Iterable<Problem> }
  | {
      readonly scope: 'element';
      /** The kinds of element that it may say something of; all where left out. */
      readonly kinds?: readonly Kind[];
      /**
       * Whether it compares the element with others that stand anywhere, though no link leads to them: then it is asked
       * apart from what else is asked about a closed file, so that the rest need not be asked again with it.
       */
      readonly isFarReaching?: true;
      check(element: Element, project: Project): Iterable<Problem>;
    }
  | { readonly scope: 'project'; check(project: Project): Iterable<Problem> }
  | { readonly scope: 'run'; check(run: Run): Iterable<Problem> };

/** A rule: a check, and further ones for what it reports of other things. */
export type Rule = RuleBase & Check & { readonly also?: readonly Check[] };
