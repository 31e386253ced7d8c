import { ref, refs, text } from '../attributeTypes';

/** The attributes that every kind has. */
export const common = {
  note: text({ summary: 'An analytic note: why the passage matters', private: true }),
};

/** What speaks for and against a claim, mechanism or step. */
export const grounds = {
  evidence: refs({
    summary: 'Evidence and cited works that support it',
    targets: ['evidence', 'citation'],
    link: { kind: 'supports', direction: 'in' },
  }),
  against: refs({
    summary: 'Evidence and cited works that speak against it',
    targets: ['evidence', 'citation'],
    link: { kind: 'challenges', direction: 'in' },
  }),
};

/** The attribute that makes a tag another occurrence of an element of its own kind. */
export function occurrenceOf(kind: 'claim' | 'evidence' | 'mechanism' | 'step' | 'construct') {
  return ref({
    summary:
      'This tag is another occurrence of that element (a use of a construct, a restatement of a claim); it inherits everything and is not counted again',
    targets: [kind],
  });
}
