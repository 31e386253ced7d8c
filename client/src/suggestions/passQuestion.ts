import type { ProtocolKind, ProtocolSuggestion } from '../../../server/src/shared/protocol';
import type { Progress } from './passSteps';
import type { Choice, Question } from './question';

/** What an author may answer at a step. */
export type Answer =
  | {
      readonly do: 'tag';
      readonly kind: ProtocolKind;
      readonly type?: string;
      readonly supports?: readonly string[];
    }
  | { readonly do: 'other' | 'skip' | 'never' | 'back' | 'stop' };

/** The kinds as which a passage may be tagged, each with its letter. The types of claims that are suggested count as kinds. */
const KINDS: readonly (readonly [
  key: string,
  label: string,
  tag: { readonly kind: ProtocolKind; readonly type?: string },
])[] = [
  ['f', 'finding', { kind: 'claim', type: 'finding' }],
  ['p', 'proposition', { kind: 'claim', type: 'proposition' }],
  ['i', 'interpretation', { kind: 'claim', type: 'interpretation' }],
  ['a', 'assumption', { kind: 'claim', type: 'assumption' }],
  ['b', 'contribution', { kind: 'claim', type: 'contribution' }],
  ['l', 'limitation', { kind: 'claim', type: 'limitation' }],
  ['e', 'evidence', { kind: 'evidence' }],
  ['k', 'construct', { kind: 'construct' }],
  ['m', 'mechanism', { kind: 'mechanism' }],
  ['t', 'step', { kind: 'step' }],
];

/** So many claims beside a quotation are offered, each by a choice of its own. */
const CLAIMS = 3;

/** What to ask about a suggestion; Enter does what it suggests, with evidence for the claim beside it. */
export function questionAbout(
  suggestion: ProtocolSuggestion,
  { at, of }: Progress,
  canGoBack: boolean,
): Question<Answer> {
  const { label, phrase } = suggestion;
  return {
    title: passTitle({ at, of }, `looks like ${withArticle(label)}`),
    reason: suggestion.reason,
    choices: [
      ...tagChoices(suggestion),
      { icon: 'list-unordered', label: 'Other kind…', key: 'o', answer: { do: 'other' } },
      { icon: 'debug-step-over', label: 'Skip', key: 's', answer: { do: 'skip' } },
      {
        icon: 'mute',
        label: phrase === '' ? 'Never for this sentence' : `Never for “${phrase}”`,
        key: 'n',
        answer: { do: 'never' },
      },
      ...(canGoBack
        ? [
            {
              icon: 'discard',
              label: 'Undo the last step',
              key: 'u',
              answer: { do: 'back' },
            } as const,
          ]
        : []),
      { icon: 'debug-stop', label: 'Stop', key: 'q', answer: { do: 'stop' } },
    ],
  };
}

/** What stands above a question: how far the pass has come, and what is asked. */
export function passTitle({ at, of }: Progress, what: string): string {
  return `Tagging Pass: ${at} of ${of} · ${what}`;
}

/** Which other kinds a passage may be tagged as, that of the suggestion left out. */
export function otherKinds(
  { label, claims }: Pick<ProtocolSuggestion, 'label' | 'claims'>,
  title: string,
): Question<Answer> {
  return {
    title,
    reason: 'Tag it as …',
    choices: KINDS.filter(([, name]) => name !== label).map(([key, name, tag]): Choice<Answer> => {
      const [claim] = claims;
      const supports = tag.kind === 'evidence' && claim ? { supports: [claim.id] } : {};
      return {
        icon: 'tag',
        label: capitalised(name),
        key,
        answer: { do: 'tag', ...tag, ...supports },
      };
    }),
  };
}

/** A kind with its article: `a finding`, `evidence`. */
export function withArticle(label: string): string {
  if (label === 'evidence') return label;
  return `${/^[aeiou]/.test(label) ? 'an' : 'a'} ${label}`;
}

function tagChoices({ kind, type, label, claims }: ProtocolSuggestion): Choice<Answer>[] {
  const tag = { do: 'tag', kind, ...(type === undefined ? {} : { type }) } as const;
  if (claims.length === 0) return [{ icon: 'check', label: `Tag as ${label}`, answer: tag }];
  const offered = claims.slice(0, CLAIMS);
  const linked = offered.map(({ id, text }, index): Choice<Answer> => {
    const answer = { ...tag, supports: [id] };
    const words = `Tag as evidence for “${text}”`;
    if (index === 0) return { icon: 'link', label: words, answer };
    return { icon: 'link', label: words, key: String(index + 1), answer };
  });
  const all = { ...tag, supports: offered.map(({ id }) => id) };
  return [
    ...linked,
    ...(offered.length > 1
      ? [
          {
            icon: 'link',
            label: `Tag as evidence for all ${offered.length}`,
            key: 'a',
            answer: all,
          },
        ]
      : []),
    { icon: 'check', label: 'Tag as evidence, not linked', key: 'w', answer: tag },
  ];
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
