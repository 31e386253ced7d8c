import type { RegistryEntry } from '../config';
import {
  attributeName,
  nearest,
  readAttribute,
  type Attribute,
  type Kind,
  type Vocabulary,
} from '../model';
import type { RegistryProblem } from './project';

/** What an entry of `elements:` says about an element of a kind. */
export interface EntryReading {
  readonly attributes: readonly Attribute[];
  readonly problems: readonly RegistryProblem[];
}

/** Reads entries of `elements:` once for each kind that they may be about. */
export class EntryReader {
  readonly #vocabulary: Vocabulary;
  readonly #readings = new WeakMap<RegistryEntry, Map<Kind, EntryReading>>();

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** The attributes of an entry, and what is wrong with their names. */
  read(entry: RegistryEntry, kind: Kind): EntryReading {
    let byKind = this.#readings.get(entry);
    if (!byKind) this.#readings.set(entry, (byKind = new Map<Kind, EntryReading>()));
    let reading = byKind.get(kind);
    if (!reading) byKind.set(kind, (reading = readEntry(entry, kind, this.#vocabulary)));
    return reading;
  }
}

/** What is wrong with the `is:` of an entry whose id stands in the prose: the tag says already what it is. */
export function kindProblems(
  { id, is }: RegistryEntry,
  kind: Kind,
  vocabulary: Vocabulary,
): RegistryProblem[] {
  if (!is) return [];
  const meaning = vocabulary.classes.get(is.text);
  if (!meaning) return [unknownKind(is, vocabulary)];
  if (meaning.kind === kind) return [];
  const message = `${id} is called ${is.text} here, but ${kind} where it stands first, which counts`;
  return [{ rule: 'conflicting-attribute', message, place: is.place, suggestion: kind }];
}

/** That `is:` names no kind. */
export function unknownKind(
  { text, place }: NonNullable<RegistryEntry['is']>,
  { classes }: Vocabulary,
): RegistryProblem {
  const [suggestion] = nearest(text, classes.keys());
  const hint = suggestion
    ? `did you mean ${suggestion}?`
    : `the kinds are ${[...classes.keys()].join(', ')}`;
  return {
    rule: 'unknown-kind',
    message: `“${text}” is not a kind; ${hint}`,
    place,
    ...(suggestion ? { suggestion } : {}),
  };
}

/** That an entry without `is:` is about no element of the prose. */
export function unknownEntry({ id, place }: RegistryEntry, ids: Iterable<string>): RegistryProblem {
  const [suggestion] = nearest(id, ids);
  const hint = suggestion ? `did you mean ${suggestion}?` : 'say what it is with is:';
  return {
    rule: 'unknown-id',
    message: `No tag in the manuscript has the id ${id}; ${hint}`,
    place,
    ...(suggestion ? { suggestion } : {}),
  };
}

/** That the words of an entry are not to be found. */
export function lostQuote({ id, file, quote, place }: RegistryEntry): RegistryProblem {
  return {
    rule: 'invalid-project',
    message: `the words of ${id} stand nowhere in ${file?.text ?? 'the manuscript'}; quote them exactly`,
    place: quote?.place ?? place,
  };
}

function readEntry(entry: RegistryEntry, kind: Kind, vocabulary: Vocabulary): EntryReading {
  const definitions = vocabulary.kinds[kind].attributes;
  const problems: RegistryProblem[] = [];
  const attributes = entry.written.flatMap(({ key, text, place, keyRange }) => {
    const name =
      key === 'cites' ? (kind === 'evidence' ? 'source' : 'evidence') : attributeName(key);
    const definition = definitions[name];
    if (!definition) {
      const [suggestion] = nearest(key, Object.keys(definitions));
      const hint = suggestion
        ? `did you mean ${suggestion}?`
        : `known are ${Object.keys(definitions).join(', ')}`;
      problems.push({
        rule: 'unknown-attribute',
        message: `“${key}” is not an attribute of a ${kind}; ${hint}`,
        place: { uri: place.uri, range: keyRange },
        ...(suggestion ? { suggestion } : {}),
      });
      return [];
    }
    return readAttribute(definition, {
      text,
      place,
      keyRange,
      range: place.range,
      origin: 'registry',
    });
  });
  return { attributes, problems };
}
