import { attributeName, nearest, type ClassMeaning, type Vocabulary } from '../../model';
import type { Attributed, ClassToken } from '../../syntax';

/** A class that is all but the name of a kind. */
export interface MisspeltKind {
  readonly token: ClassToken;
  /** The class that seems to be meant, and the others that are near. */
  readonly names: readonly string[];
}

/**
 * The misspelt kind of a carrier that has no kind but attributes of the kind that is meant (attributes that other tools
 * know too say nothing of the author's intent, unless their value is one of ours), or of a span whose kind is written with capitals.
 */
export function misspeltKind(source: Attributed, vocabulary: Vocabulary): MisspeltKind | undefined {
  if (source.classes.some(({ name }) => vocabulary.classes.has(name))) return undefined;
  for (const token of source.classes) {
    const names = nearest(token.name, vocabulary.classes.keys()).filter((name) => {
      const meaning = vocabulary.classes.get(name);
      return (
        meaning !== undefined &&
        (isCapitalised(source, token, name) || hasAttributeOf(source, meaning, vocabulary))
      );
    });
    if (names.length > 0) return { token, names };
  }
  return undefined;
}

/** Nobody else marks single words with a class like that; environments of mathematics are divs. */
function isCapitalised({ carrier }: Attributed, token: ClassToken, name: string): boolean {
  return carrier === 'span' && token.name.toLowerCase() === name;
}

function hasAttributeOf(
  source: Attributed,
  { kind }: ClassMeaning,
  vocabulary: Vocabulary,
): boolean {
  return source.attributes.some(({ key, value }) => {
    const definition = vocabulary.kinds[kind].attributes[attributeName(key)];
    if (!definition) return false;
    return definition.shared !== true || Object.hasOwn(definition.values ?? {}, value);
  });
}
