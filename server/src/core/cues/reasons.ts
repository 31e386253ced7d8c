import type { Clue } from './judge';
import type { SuggestedLabel } from './lexicon';

/** What each label says of a sentence. */
const SAYS: Readonly<Record<SuggestedLabel, string>> = {
  finding: 'reports what the study found',
  proposition: 'puts forward a general statement',
  interpretation: 'says what findings mean',
  assumption: 'takes something as given',
  contribution: 'says what the study adds to earlier work',
  construct: 'says what a term means',
  mechanism: 'says how something comes about',
  evidence: 'gives words from the data',
};

/** How much of a phrase is repeated in a reason, in UTF-16 units. */
const LONGEST = 60;

/** Why something is suggested, as a short sentence. */
export function reasonFor(
  label: SuggestedLabel,
  clue: Clue['type'] | 'blockQuotation',
  written: string,
): string {
  const says = SAYS[label];
  switch (clue) {
    case 'phrase': {
      const phrase = written.length > LONGEST ? `${written.slice(0, LONGEST)}…` : written;
      return `“${phrase}”: it ${says}`;
    }
    case 'blockQuotation':
      return 'A block quotation without a citation: it gives words from the data';
    case 'quotation':
      return 'A quotation without a citation: it gives words from the data';
    case 'chain':
      return 'Each clause takes up the one before: it says how something comes about';
    case 'signal':
      return `“${written}”, among other signs: it ${says}`;
    case 'telling':
      return `How it is told, and where: it ${says}`;
  }
}
