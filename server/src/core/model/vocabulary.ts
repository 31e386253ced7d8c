import type * as z from 'zod';
import { attributeInfo, type AttributeInfo } from './attributeTypes';
import { claim } from './kinds/claim';
import { construct } from './kinds/construct';
import { evidence } from './kinds/evidence';
import { mechanism } from './kinds/mechanism';
import { step } from './kinds/step';

/** The kinds of element. */
export const KINDS = ['claim', 'evidence', 'mechanism', 'step', 'construct'] as const;

/** A kind of element. */
export type Kind = (typeof KINDS)[number];

/** The schema of each kind; each is an object of optional attributes, from written text to typed value. */
export const SCHEMAS = { claim, evidence, mechanism, step, construct } as const;

/** One attribute of one kind. */
export interface AttributeDefinition extends AttributeInfo {
  readonly name: string;
}

/** One kind with its attributes, in the order of the specification. */
export interface KindDefinition {
  readonly name: Kind;
  /** One phrase without a full stop. */
  readonly summary: string;
  /** The classes that mark a tag of this kind: its name first. */
  readonly classes: readonly string[];
  readonly attributes: Readonly<Record<string, AttributeDefinition>>;
}

/** What a class name stands for. */
export interface ClassMeaning {
  readonly kind: Kind;
  /** Attributes that a further kind brings along, as if written on the tag. */
  readonly defaults: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** What a project may add to the vocabulary (`vocabulary:` in `warrant.yaml`). */
export interface VocabularyExtension {
  readonly kinds?:
    | undefined
    | Readonly<
        Record<
          string,
          {
            readonly is: Kind;
            readonly summary?: string | undefined;
            readonly defaults?: Readonly<Record<string, string>> | undefined;
          }
        >
      >;
  readonly attributes?:
    | undefined
    | Readonly<
        Partial<
          Record<
            Kind,
            Readonly<
              Record<
                string,
                | { type: 'text' | 'phrases' | 'date'; summary?: string | undefined }
                | { values: readonly string[]; summary?: string | undefined }
              >
            >
          >
        >
      >;
  readonly values?:
    undefined | Readonly<Partial<Record<Kind, Readonly<Record<string, readonly string[]>>>>>;
}

const CLASS_ALIASES: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  step: ['stage', 'phase'],
};

/** The kinds, their attributes and values, and the classes that mark them. */
export interface Vocabulary {
  readonly kinds: Readonly<Record<Kind, KindDefinition>>;
  /** What each class stands for. */
  readonly classes: ReadonlyMap<string, ClassMeaning>;
}

/** The vocabulary of the specification, without a project's extensions. */
export const VOCABULARY: Vocabulary = build();

/** The name under which an attribute is known: `data-x` is read as `x`. */
export function attributeName(key: string): string {
  return key.startsWith('data-') ? key.slice('data-'.length) : key;
}

function build(): Vocabulary {
  const kinds = {
    claim: defineKind('claim'),
    evidence: defineKind('evidence'),
    mechanism: defineKind('mechanism'),
    step: defineKind('step'),
    construct: defineKind('construct'),
  };
  return { kinds, classes: classesOf(kinds) };
}

function defineKind(kind: Kind): KindDefinition {
  const schema = SCHEMAS[kind];
  const shape: Readonly<Record<string, z.ZodOptional<z.ZodType>>> = schema.shape;
  const attributes = bareRecord(
    Object.entries(shape).map(([name, optional]) => [name, define(name, optional.unwrap())]),
  );
  const classes = [kind, ...(CLASS_ALIASES[kind] ?? [])];
  return { name: kind, summary: schema.meta()?.description ?? '', classes, attributes };
}

function define(name: string, schema: z.ZodType): AttributeDefinition {
  const info = attributeInfo.get(schema);
  if (!info) throw new Error(`the attribute ${name} has no description`);
  return {
    ...info,
    ...(info.values ? { values: bareRecord(Object.entries(info.values)) } : {}),
    name,
  };
}

/** A record without prototype: authors may write any word as a key, `constructor` as well. */
export function bareRecord<T>(entries: Iterable<readonly [string, T]>): Record<string, T> {
  const record = Object.create(null) as Record<string, T>;
  for (const [key, value] of entries) record[key] = value;
  return record;
}

function classesOf(kinds: Readonly<Record<Kind, KindDefinition>>): Map<string, ClassMeaning> {
  return new Map(
    KINDS.flatMap((kind) =>
      kinds[kind].classes.map((name): [string, ClassMeaning] => [
        name,
        { kind, defaults: {}, summary: kinds[kind].summary },
      ]),
    ),
  );
}
