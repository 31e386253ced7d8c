import {
  extendVocabulary,
  LiveFacts,
  VOCABULARY,
  type VocabularyExtension,
} from '../../../server/src/core/model';
import { LiveDocument } from '../../../server/src/core/syntax';
import { difference } from '../../../server/src/core/text/difference';

/** What stands in one version of a manuscript. It holds until the next one is asked for. */
export interface Reading {
  readonly live: LiveDocument;
  readonly facts: LiveFacts;
}

/** How many manuscripts are kept: those that are previewed at the same time. */
const KEPT = 3;

/** Of a change that leaves less than this part of a text, it is read anew. */
const SHARE = 0.5;

/** Reads manuscripts. Of one that was read before, only what was edited is read again. */
export class Manuscripts {
  #kept: Kept[] = [];

  /** @param kinds the kinds that the project adds, under which a text is read again from the start */
  read(text: string, kinds: VocabularyExtension['kinds']): Reading {
    const known = this.#kept.find((kept) => kept.kinds === kinds && edit(kept, text));
    const kept = known ?? fresh(text, kinds);
    this.#kept = [kept, ...this.#kept.filter((other) => other !== kept)].slice(0, KEPT);
    return kept;
  }
}

interface Kept extends Reading {
  readonly kinds: VocabularyExtension['kinds'];
  text: string;
}

function fresh(text: string, kinds: VocabularyExtension['kinds']): Kept {
  const live = new LiveDocument(text);
  const vocabulary = kinds ? extendVocabulary(VOCABULARY, { kinds }) : VOCABULARY;
  return { kinds, text, live, facts: new LiveFacts('', live.document, vocabulary) };
}

/** Makes one text of another, if they are versions of one manuscript. */
function edit(kept: Kept, text: string): boolean {
  const change = difference(kept.text, text);
  if (!change) return true;
  const { start, end } = change.range;
  const left = kept.text.length - (end - start);
  if (left < SHARE * Math.max(kept.text.length, text.length)) return false;
  const syntax = kept.live.edit([change]);
  kept.facts.update(kept.live.document, syntax);
  kept.text = text;
  return true;
}
