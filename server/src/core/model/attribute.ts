import { rangeInValue, type AttributeToken } from '../syntax';
import { subRange } from '../text/anchor';
import type { TextRange } from '../text/range';
import type { Place } from './place';
import { READERS } from './attributeTypes';
import type { EvidenceTest, MixedPart, Parsed, Phrase, Reference, ValueProblem } from './values';
import type { AttributeDefinition } from './vocabulary';

/** One attribute of the vocabulary, as written on a tag or under `elements:`. All ranges are absolute, and move with the text. */
export interface Attribute {
  readonly name: string;
  readonly definition: AttributeDefinition;
  /** The file in which it is written. */
  readonly uri: string;
  /** The value as Pandoc reports it. */
  readonly text: string;
  /** The value without its quotes; for a value that a further kind brings along, the class. */
  readonly place: Place;
  readonly keyRange: TextRange;
  /** The whole attribute, key and quotes included. */
  readonly range: TextRange;
  readonly origin: 'tag' | 'registry' | 'class';
  /** The references that it holds, tests included. */
  readonly references: readonly Reference[];
  /** The phrases of a list, or the text parts of a value that mixes references and text. */
  readonly phrases: readonly Phrase[];
  readonly tests: readonly EvidenceTest[];
  /** Why the value cannot be read; the lists are empty then. */
  readonly problem?: ValueProblem | undefined;
}

/** Where and how an attribute is written that stands on no tag. */
export interface Written {
  readonly text: string;
  readonly place: Place;
  readonly keyRange: TextRange;
  readonly range: TextRange;
  readonly origin: 'registry' | 'class';
}

/**
 * Reads a written value. Ranges are exact where the value stands in the file as it is read, else the whole value's; they
 * move with the place of the value.
 */
export function readAttribute(definition: AttributeDefinition, written: Written): Attribute {
  const { place, text } = written;
  const { range } = place;
  const isLiteral = range.end - range.start === text.length;
  const rangeOf: RangeOf = isLiteral
    ? ({ start, end }) => subRange(range, start, end)
    : () => range;
  return new WrittenAttribute(definition, valueOf(definition, text, rangeOf), written);
}

/** Reads the value of an attribute of a tag, as {@link readAttribute} does. */
export function readTagAttribute(
  definition: AttributeDefinition,
  uri: string,
  token: AttributeToken,
): Attribute {
  const value = valueOf(definition, token.value, (range) => rangeInValue(token, range));
  return new TagAttribute(definition, value, uri, token);
}

/** What a value says. */
interface Value {
  readonly references: readonly Reference[];
  readonly phrases: readonly Phrase[];
  readonly tests: readonly EvidenceTest[];
  /** Why it cannot be read. */
  readonly fault?: string;
}

function valueOf(definition: AttributeDefinition, text: string, rangeOf: RangeOf): Value {
  const parsed = readValue(definition, text);
  if (parsed.ok) return listsOf(definition, parsed.value, rangeOf);
  return { ...NO_LISTS, fault: problemMessage(definition, parsed.problem.message) };
}

/** There are many: only what was written is kept, and where. */
abstract class ReadAttribute {
  readonly definition: AttributeDefinition;
  readonly references: readonly Reference[];
  readonly phrases: readonly Phrase[];
  readonly tests: readonly EvidenceTest[];
  readonly #fault: string | undefined;

  constructor(definition: AttributeDefinition, { references, phrases, tests, fault }: Value) {
    this.definition = definition;
    this.references = references;
    this.phrases = phrases;
    this.tests = tests;
    this.#fault = fault;
  }

  abstract readonly place: Place;

  get name(): string {
    return this.definition.name;
  }

  get problem(): ValueProblem | undefined {
    const message = this.#fault;
    return message === undefined ? undefined : { message, range: this.place.range };
  }
}

/** What its own attributes are to a tag. */
const ON_TAG: Attribute['origin'] = 'tag';

/** An attribute of a tag. Most places in attributes are never asked for: they are made when they are. */
class TagAttribute extends ReadAttribute implements Attribute {
  readonly uri: string;
  readonly #token: AttributeToken;
  #place: Place | undefined;

  constructor(definition: AttributeDefinition, value: Value, uri: string, token: AttributeToken) {
    super(definition, value);
    this.uri = uri;
    this.#token = token;
  }

  get text(): string {
    return this.#token.value;
  }

  get origin(): Attribute['origin'] {
    return ON_TAG;
  }

  get place(): Place {
    return (this.#place ??= { uri: this.uri, range: this.#token.valueRange });
  }

  get keyRange(): TextRange {
    return this.#token.keyRange;
  }

  get range(): TextRange {
    return this.#token.range;
  }
}

/** An attribute that is written elsewhere. */
class WrittenAttribute extends ReadAttribute implements Attribute {
  readonly #written: Written;

  constructor(definition: AttributeDefinition, value: Value, written: Written) {
    super(definition, value);
    this.#written = written;
  }

  get uri(): string {
    return this.#written.place.uri;
  }

  get text(): string {
    return this.#written.text;
  }

  get origin(): Attribute['origin'] {
    return this.#written.origin;
  }

  get place(): Place {
    return this.#written.place;
  }

  get keyRange(): TextRange {
    return this.#written.keyRange;
  }

  get range(): TextRange {
    return this.#written.range;
  }
}

/** Where something stands in a file that stands at given offsets of a value. */
type RangeOf = (range: TextRange) => TextRange;

const NONE: readonly never[] = [];
const NO_LISTS: Value = { references: NONE, phrases: NONE, tests: NONE };

/** The types of values that hold references, phrases or tests. */
const LISTS: ReadonlySet<AttributeDefinition['type']> = new Set<AttributeDefinition['type']>([
  'refs',
  'ref',
  'phrases',
  'tests',
  'refs|text',
]);

function listsOf({ type }: AttributeDefinition, value: unknown, rangeOf: RangeOf): Value {
  if (!LISTS.has(type)) return NO_LISTS;
  switch (type) {
    case 'refs':
    case 'ref': {
      const references = (value as readonly Reference[]).map((one) => movedReference(one, rangeOf));
      return { references, phrases: NONE, tests: NONE };
    }
    case 'phrases': {
      const phrases = (value as readonly Phrase[]).map((one) => movedPhrase(one, rangeOf));
      return { references: NONE, phrases, tests: NONE };
    }
    case 'tests': {
      const tests = (value as readonly EvidenceTest[]).map((test) => ({
        ...test,
        target: movedReference(test.target, rangeOf),
        range: rangeOf(test.range),
      }));
      return { references: tests.map(({ target }) => target), phrases: NONE, tests };
    }
    case 'refs|text': {
      const references: Reference[] = [];
      const phrases: Phrase[] = [];
      for (const part of value as readonly MixedPart[]) {
        if (part.kind === 'text') phrases.push(movedPhrase(part, rangeOf));
        else for (const one of part.references) references.push(movedReference(one, rangeOf));
      }
      return { references: trimmed(references), phrases: trimmed(phrases), tests: NONE };
    }
    default:
      return NO_LISTS;
  }
}

/** Without the room that a list has that was made to grow. */
function trimmed<T>(list: readonly T[]): readonly T[] {
  return list.length > 0 ? list.slice() : NONE;
}

function movedReference({ kind, target, range, sigil }: Reference, rangeOf: RangeOf): Reference {
  return { kind, target, range: rangeOf(range), sigil };
}

function movedPhrase({ text, range }: Phrase, rangeOf: RangeOf): Phrase {
  return { text, range: rangeOf(range) };
}

function readValue(
  { type, name, values = {} }: AttributeDefinition,
  text: string,
): Parsed<unknown> {
  if (type !== 'enum') return READERS[type](text);
  if (Object.hasOwn(values, text)) return { ok: true, value: text };
  const message = `“${text}” is not a value of ${name}; the values are ${Object.keys(values).join(', ')}`;
  return { ok: false, problem: { message, range: { start: 0, end: text.length } } };
}

function problemMessage({ name, type }: AttributeDefinition, message: string): string {
  return type === 'enum' ? message : `${name}: ${message}`;
}
