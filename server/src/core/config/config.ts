import type { Place, VocabularyExtension } from '../model';
import type { TextRange } from '../text/range';
import type { Severity } from './schema';
import type { YamlComment } from './yamlComments';

/** How far along the manuscript is; left out, the default severities hold. */
export type Stage = 'draft' | 'submission';

/** A fault of a configuration. */
export interface ConfigProblem {
  readonly rule: 'invalid-project' | 'near-miss';
  readonly message: string;
  readonly place: Place;
  /** What to write instead of the text at `place`, if anything is near. */
  readonly suggestion?: string;
  /** All that can stand there, where that is a choice. */
  readonly choices?: readonly string[];
  /** Whether what stands after it could not be read, so that nobody knows what is declared there. */
  readonly hidesRest?: boolean;
}

/** A path or pattern, relative to the folder of the file that holds it. */
export interface PathEntry {
  readonly path: string;
  readonly place: Place;
}

/** A declared source of evidence. */
export interface Source {
  readonly id: string;
  readonly place: Place;
  /** The id itself; absent for one of a range (`i01..i15`). */
  readonly idPlace?: Place;
  readonly kind?: string;
  readonly title?: string;
  readonly informant?: string;
  readonly role?: string;
  readonly party?: string;
  readonly date?: string;
  readonly period?: string;
  readonly lang?: string;
  readonly file?: string;
  /** What the QDA project calls it. */
  readonly qda?: string;
  /** The path in `file`. */
  readonly filePlace?: Place;
  readonly access?: string;
  /** Where who or what it is, is held back from what is given away: the id of the first source of the same informant; '' for no informant. */
  readonly withheld?: string;
}

/** An entry under `elements:`. */
export interface RegistryEntry {
  readonly id: string;
  /** The id. */
  readonly place: Place;
  /** The kind named by `is:`, with the class as written. */
  readonly is?: { readonly text: string; readonly place: Place };
  readonly quote?: { readonly text: string; readonly place: Place };
  readonly file?: { readonly text: string; readonly place: Place };
  readonly written: readonly WrittenAttribute[];
}

/** An attribute of an entry before its kind is known. */
export interface WrittenAttribute {
  readonly key: string;
  readonly text: string;
  readonly place: Place;
  readonly keyRange: TextRange;
}

/** A severity that the author has chosen for a rule. */
export interface RuleSetting {
  readonly rule: string;
  readonly severity: Severity | 'off';
  /** The rule's name. */
  readonly place: Place;
}

/** One file's configuration. */
export interface Config {
  readonly uri: string;
  /** The file's text, to which all places refer; of a manuscript, up to the end of its front matter. */
  readonly text: string;
  readonly manuscript?: readonly PathEntry[];
  readonly bibliography: readonly PathEntry[];
  readonly sources: readonly Source[];
  readonly qda: readonly PathEntry[];
  readonly elements: readonly RegistryEntry[];
  readonly pseudonyms?: PathEntry;
  readonly stage?: Stage;
  readonly rules: readonly RuleSetting[];
  readonly vocabulary: VocabularyExtension;
  /** The `#` comments of the YAML. */
  readonly comments: readonly YamlComment[];
  readonly problems: readonly ConfigProblem[];
}

/** What the front matter of a manuscript says. */
export interface FrontMatterConfig extends Config {
  /** Whether there is a `warrant:` key, other than `false`. */
  readonly optsIn: boolean;
  /** Whether it says `warrant: false`: nothing in the file is reported then, whatever it holds. */
  readonly optsOut: boolean;
  /** The names under `filters:` and in `pandoc_args`, by which a Lua filter is run. */
  readonly filters: readonly string[];
  /** Keys of the inline bibliography (`references:`). */
  readonly references: readonly string[];
}

/** A configuration that says nothing. */
export function emptyConfig(uri: string, text: string): Config {
  return {
    uri,
    text,
    bibliography: [],
    sources: [],
    qda: [],
    elements: [],
    rules: [],
    vocabulary: {},
    comments: [],
    problems: [],
  };
}
