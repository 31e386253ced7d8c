import { ref, text } from '../attributeTypes';

/** The attributes that every kind has. */
export const common = {
  note: text({ summary: 'An analytic note: why the passage matters', private: true }),
};

/** The attribute that makes a tag another occurrence of an element of its own kind. */
export function occurrenceOf(kind: 'claim' | 'evidence' | 'mechanism' | 'step' | 'construct') {
  return ref({
    summary:
      'This tag is another occurrence of that element (a use of a construct, a restatement of a claim); it inherits everything and is not counted again',
    targets: [kind],
  });
}
