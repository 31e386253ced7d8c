import * as z from 'zod';
import {
  parseDate,
  parseGuid,
  parseLanguage,
  parsePeriod,
  parsePhrases,
  parseReference,
  parseReferences,
  parseReferencesOrText,
  parseStepNumber,
  parseTests,
  type Parsed,
} from './values';

/** How the value of an attribute is read. */
export type ValueType =
  | 'text'
  | 'phrases'
  | 'refs'
  | 'ref'
  | 'refs|text'
  | 'enum'
  | 'tests'
  | 'step-number'
  | 'date'
  | 'period'
  | 'language'
  | 'guid';

/** What a reference may name: an element of a kind, an entry of the bibliography, or a declared source. */
export type Target =
  'claim' | 'evidence' | 'mechanism' | 'step' | 'construct' | 'citation' | 'source';

/** The kinds of link between two elements, or between an element and a cited work or source. */
export type LinkKind =
  | 'supports'
  | 'challenges'
  | 'premise'
  | 'warrants'
  | 'backs'
  | 'rebuts'
  | 'part-of'
  | 'after'
  | 'broader'
  | 'about'
  | 'reports'
  | 'answers'
  | 'limits'
  | 'extends'
  | 'contrasts'
  | 'cause'
  | 'effect'
  | 'trigger'
  | 'outcome'
  | 'entity'
  | 'instantiates'
  | 'rival'
  | 'source';

/** Everything that is to be known of an attribute besides how its value is read. */
export interface AttributeInfo {
  readonly type: ValueType;
  /** One sentence without a full stop at its end. */
  readonly summary: string;
  /** The permitted values and what each means, for `enum`. */
  readonly values?: Readonly<Record<string, string>>;
  /** The value that stands where the author writes none. */
  readonly default?: string;
  /** What the references may name. */
  readonly targets?: readonly Target[];
  /** The link that each reference declares. */
  readonly link?: {
    readonly kind: LinkKind;
    /** `in`: the link runs from the target to the element that holds the attribute. */
    readonly direction: 'in' | 'out';
  };
  /** Pandoc or Quarto acts on this attribute, or prints it bare; it is ours only on a tag. */
  readonly shared?: boolean;
  /** Analytic matter that must not be published by accident. */
  readonly private?: boolean;
}

/** Where the schemas of attributes keep their description; documentation and completion read it. */
export const attributeInfo = z.registry<AttributeInfo>();

type Info = Omit<AttributeInfo, 'type' | 'values'>;

/**
 * How a value of each type is read but those of an enumeration: by the schemas, and without them where many values are
 * read, since that costs a tenth.
 */
export const READERS = {
  text: always((value) => value),
  phrases: always(parsePhrases),
  refs: always(parseReferences),
  ref: parseReference,
  'refs|text': always(parseReferencesOrText),
  tests: parseTests,
  'step-number': parseStepNumber,
  date: parseDate,
  period: parsePeriod,
  language: parseLanguage,
  guid: parseGuid,
} satisfies Record<Exclude<ValueType, 'enum'>, (value: string) => Parsed<unknown>>;

function always<T>(parse: (value: string) => T): (value: string) => Parsed<T> {
  return (value) => ({ ok: true, value: parse(value) });
}

/** Free text. */
export const text = (info: Info) => reading(READERS.text, 'text', info);

/** A list of phrases, separated by `;`. */
export const phrases = (info: Info) => reading(READERS.phrases, 'phrases', info);

/** A list of references, separated by spaces. */
export const refs = (info: Info & Required<Pick<AttributeInfo, 'targets'>>) =>
  reading(READERS.refs, 'refs', info);

/** Exactly one reference. */
export const ref = (info: Info & Required<Pick<AttributeInfo, 'targets'>>) =>
  reading(READERS.ref, 'ref', info);

/** References (each with its `#` or `@`) or text, parts separated by `;`. */
export const refsOrText = (info: Info & Required<Pick<AttributeInfo, 'targets'>>) =>
  reading(READERS['refs|text'], 'refs|text', info);

/** One of the given values; each comes with its meaning. */
export function enumeration<const V extends Readonly<Record<string, string>>>(
  values: V,
  info: Info & { readonly default?: keyof V & string },
) {
  const names = Object.keys(values) as [keyof V & string, ...(keyof V & string)[]];
  return z.enum(names).register(attributeInfo, { ...info, type: 'enum', values });
}

/** A list of process-tracing tests. */
export const tests = (info: Info) => reading(READERS.tests, 'tests', info);

/** A step number. */
export const stepNumber = (info: Info) => reading(READERS['step-number'], 'step-number', info);

/** A date of any precision. */
export const date = (info: Info) => reading(READERS.date, 'date', info);

/** A date or an interval. */
export const period = (info: Info) => reading(READERS.period, 'period', info);

/** A language tag. */
export const language = (info: Info) => reading(READERS.language, 'language', info);

/** A GUID of a QDA project. */
export const guid = (info: Info) => reading(READERS.guid, 'guid', info);

function reading<T>(parse: (value: string) => Parsed<T>, type: ValueType, info: Info) {
  return z
    .string()
    .transform((value, context): T => {
      const parsed = parse(value);
      if (parsed.ok) return parsed.value;
      context.addIssue({ code: 'custom', message: parsed.problem.message });
      return z.NEVER;
    })
    .register(attributeInfo, { ...info, type });
}
