import type { TextRange } from '../text/range';
import type { Place } from './place';
import type { EvidenceTest, MixedPart, Phrase, Reference, ValueProblem } from './values';
import type { AttributeDefinition } from './vocabulary';

/** One attribute of the vocabulary, as written on a tag or under `elements:`. All ranges are absolute. */
export interface Attribute {
  readonly name: string;
  readonly definition: AttributeDefinition;
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
  readonly problem?: ValueProblem;
}

/** Where and how an attribute is written. */
export interface Written {
  readonly text: string;
  readonly place: Place;
  readonly keyRange: TextRange;
  readonly range: TextRange;
  readonly origin: Attribute['origin'];
}

/** Reads a written value. Ranges are exact where the value stands in the file as it is read, else the whole value's. */
export function readAttribute(definition: AttributeDefinition, written: Written): Attribute {
  const { place, text } = written;
  const exact = place.range.end - place.range.start === text.length;
  const shift = (range: TextRange): TextRange =>
    exact
      ? { start: range.start + place.range.start, end: range.end + place.range.start }
      : place.range;
  const base = { ...written, name: definition.name, definition };
  const parsed = definition.schema.safeParse(text);
  if (!parsed.success) {
    const message = problemMessage(definition, text, parsed.error.issues[0]?.message);
    const problem = { message, range: place.range };
    return { ...base, references: [], phrases: [], tests: [], problem };
  }
  return { ...base, ...lists(definition, parsed.data, shift) };
}

function lists(
  { type }: AttributeDefinition,
  value: unknown,
  shift: (range: TextRange) => TextRange,
): Pick<Attribute, 'references' | 'phrases' | 'tests'> {
  const moved = <T extends { readonly range: TextRange }>(items: readonly T[]): T[] =>
    items.map((item) => ({ ...item, range: shift(item.range) }));
  const none = { references: [], phrases: [], tests: [] };
  switch (type) {
    case 'refs':
    case 'ref':
      return { ...none, references: moved(value as readonly Reference[]) };
    case 'phrases':
      return { ...none, phrases: moved(value as readonly Phrase[]) };
    case 'tests': {
      const tests = (value as readonly EvidenceTest[]).map((test) => ({
        ...test,
        target: { ...test.target, range: shift(test.target.range) },
        range: shift(test.range),
      }));
      return { ...none, tests, references: tests.map(({ target }) => target) };
    }
    case 'refs|text': {
      const parts = value as readonly MixedPart[];
      return {
        ...none,
        references: moved(
          parts.flatMap((part) => (part.kind === 'references' ? part.references : [])),
        ),
        phrases: moved(
          parts.flatMap((part) =>
            part.kind === 'text' ? [{ text: part.text, range: part.range }] : [],
          ),
        ),
      };
    }
    default:
      return none;
  }
}

function problemMessage(
  { name, type, values }: AttributeDefinition,
  text: string,
  message = 'cannot be read',
): string {
  if (type === 'enum') {
    return `“${text}” is not a value of ${name}; the values are ${Object.keys(values ?? {}).join(', ')}`;
  }
  return `${name}: ${message}`;
}
