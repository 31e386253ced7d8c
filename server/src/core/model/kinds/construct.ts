import * as z from 'zod';
import { enumeration, phrases, refs, text } from '../attributeTypes';
import { common, occurrenceOf } from './common';

/** A defined concept: defined once and used alike. Tiers after Gioia, Corley and Hamilton (2013). */
export const construct = z
  .object({
    term: text({
      summary:
        'The term; the tagged text is then its definition if it has five words or more, another wording of it otherwise',
    }),
    def: text({ summary: 'The definition; the tagged text is then the term' }),
    alias: phrases({ summary: 'Other wordings: abbreviation, plural, synonym' }),
    match: enumeration(
      {
        text: 'Uses in the plain text are recognised',
        tagged: 'Only tagged uses count, for a term that is also an ordinary word',
      },
      { summary: 'Which uses are recognised', default: 'text' },
    ),
    parent: refs({
      summary: 'The broader construct or constructs',
      targets: ['construct'],
      link: { kind: 'broader', direction: 'out' },
    }),
    tier: enumeration(
      {
        concept: 'A first-order concept, in the words of the informants',
        theme: 'A second-order theme',
        dimension: 'An aggregate dimension',
        facet: 'A component of its parent, drawn under it',
      },
      { summary: 'Level in a Gioia data structure' },
    ),
    level: text({ summary: 'Level of analysis, such as individual, organization or network' }),
    code: text({ summary: 'The matching code in a QDA codebook' }),
    ref: occurrenceOf('construct'),
    ...common,
  })
  .partial()
  .meta({ id: 'construct', description: 'A defined concept' });
