import { parse } from '../../server/src/core/syntax';
import { NoAnswer, type Reading } from './oracle';

/** A text that Pandoc reads, and how. */
export interface Answered {
  readonly text: string;
  readonly reading: Reading;
}

/**
 * Asks Pandoc about a text, and where it refuses that for its front matter is no YAML, about the rest.
 *
 * @throws {@link NoAnswer} where it refuses that too.
 */
export async function answered(
  text: string,
  ask: (text: string) => Promise<Reading>,
): Promise<Answered> {
  try {
    return { text, reading: await ask(text) };
  } catch (error) {
    const end = parse(text).frontMatter?.range.end;
    if (!(error instanceof NoAnswer) || end === undefined) throw error;
    const rest = text.slice(end);
    return { text: rest, reading: await ask(rest) };
  }
}
