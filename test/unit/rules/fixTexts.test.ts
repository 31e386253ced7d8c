import { describe, test } from 'vitest';
import { expectFix, type Files } from '../../tools/project';

const MECHANISM =
  'trigger="a tender" outcome="trust" scope="one site" activities="visiting one another"';

/** A rule, the manuscript, the fix by a part of its title, and what it makes of the files. */
type Case = readonly [rule: string, before: Files | string, title: string, after: Files | string];

const CASES: readonly Case[] = [
  [
    'black-box-mechanism',
    `[Incubation]{.mechanism #m-in trigger="a tender" outcome="trust" scope="one site"} began: [crews visited one another]{.step}.\n`,
    'Make “crews visited one another” a step of it',
    `[Incubation]{.mechanism #m-in trigger="a tender" outcome="trust" scope="one site"} began: [crews visited one another]{.step of=m-in}.\n`,
  ],
  [
    'mechanism-without-steps',
    `It is [incubation]{.mechanism #m-in ${MECHANISM}}. Crews came to us. Rules changed.\n`,
    'Tag “Crews came to us” as its first step',
    `It is [incubation]{.mechanism #m-in ${MECHANISM}}. [Crews came to us]{.step #s-crews-came of=m-in n=1}. Rules changed.\n`,
  ],
  [
    'circular-inference',
    '[A grew]{.claim #c-a from="c-x, c-b"} [B grew]{.claim #c-b from=c-a} [X]{.claim #c-x}\n',
    'Take c-b out of from= of “A grew”',
    '[A grew]{.claim #c-a from="c-x"} [B grew]{.claim #c-b from=c-a} [X]{.claim #c-x}\n',
  ],
  [
    'circular-inference',
    '[A grew]{.claim #c-a from="c-x, c-b"} [B grew]{.claim #c-b from=c-a} [X]{.claim #c-x}\n',
    'Take c-a out of from= of “B grew”',
    '[A grew]{.claim #c-a from="c-x, c-b"} [B grew]{.claim #c-b} [X]{.claim #c-x}\n',
  ],
  [
    'conflicting-definition',
    {
      'warrant.yaml': 'manuscript: [paper.md, more.md]\n',
      'paper.md': '[a bond that forbids members to cheat]{.construct #k-trust term=trust}\n',
      'more.md':
        '[the readiness to help at no cost]{.construct #k-help term=trust} [So]{.claim constructs="#k-help"}: [see](#k-help).\n',
    },
    'Remove this tag, and mean “trust” (#k-trust) everywhere',
    {
      'more.md':
        'the readiness to help at no cost [So]{.claim constructs="#k-trust"}: [see](#k-trust).\n',
    },
  ],
  [
    'count-mismatch',
    {
      'warrant.yaml': 'sources:\n  - {ids: i01..i24, kind: interview}\n',
      'paper.md': '---\nwarrant: true\n---\n\n# Method\n\nTwenty-six interviews were conducted.\n',
    },
    'Write Twenty-four',
    {
      'paper.md': '---\nwarrant: true\n---\n\n# Method\n\nTwenty-four interviews were conducted.\n',
    },
  ],
  [
    'evidence-outside-period',
    {
      'warrant.yaml': 'sources: [{id: minutes, kind: document}]\n',
      'paper.md':
        '[Firms joined]{.step #s-join period=2018} [Rules fell]{.step #s-learn period=2019-07/..} [“All came.”]{.evidence source=minutes date=2018-01-22 supports="#s-learn"}\n',
    },
    'Link it to “Firms joined” (#s-join), in whose period it falls',
    {
      'paper.md':
        '[Firms joined]{.step #s-join period=2018} [Rules fell]{.step #s-learn period=2019-07/..} [“All came.”]{.evidence source=minutes date=2018-01-22 supports="#s-join"}\n',
    },
  ],
  [
    'evidence-outside-period',
    {
      'warrant.yaml': 'sources: [{id: minutes, kind: document}]\n',
      'paper.md':
        '[Rules fell]{.step #s-learn period=2019-07/..} [“All came.”]{.evidence source=minutes date=2018-01-22 supports=s-learn}\n',
    },
    'Let the period of “Rules fell” begin in 2018-01-22',
    {
      'paper.md':
        '[Rules fell]{.step #s-learn period="2018-01-22/.."} [“All came.”]{.evidence source=minutes date=2018-01-22 supports=s-learn}\n',
    },
  ],
  [
    'invalid-project',
    '---\nwarrant:\n  stage: final\n---\n\nText.\n',
    'Change to submission',
    '---\nwarrant:\n  stage: submission\n---\n\nText.\n',
  ],
  [
    'orphan-evidence',
    '[Trust grew]{.claim} as the owner said: ["Nobody paid us."]{.evidence}\n',
    'Let it support “Trust grew”',
    '[Trust grew]{.claim #c-trust-grew} as the owner said: ["Nobody paid us."]{.evidence supports=c-trust-grew}\n',
  ],
  [
    'unanswered-question',
    '[Why does it last?]{.claim type=question} [It breaks]{.claim type=proposition warrant="as said"}\n',
    'Let “It breaks” answer it',
    '[Why does it last?]{.claim type=question #q-why-last} [It breaks]{.claim type=proposition warrant="as said" answers=q-why-last}\n',
  ],
  [
    'step-order',
    `[A path]{.mechanism #m-a ${MECHANISM}}: [one]{.step of=m-a n=1}, [two]{.step of=m-a n=4a}, [three]{.step of=m-a n=4b}, [four]{.step of=m-a n=7}.\n`,
    'Number the steps of “A path” anew',
    `[A path]{.mechanism #m-a ${MECHANISM}}: [one]{.step of=m-a n=1}, [two]{.step of=m-a n=2a}, [three]{.step of=m-a n=2b}, [four]{.step of=m-a n=3}.\n`,
  ],
  [
    'step-order',
    `[A path]{.mechanism #m-a ${MECHANISM}}: [one]{.step of=m-a n=1}, [two]{.step of=m-a n=2}, [three]{.step of=m-a n=2}.\n`,
    'Make them parallel branches, 2a and 2b',
    `[A path]{.mechanism #m-a ${MECHANISM}}: [one]{.step of=m-a n=1}, [two]{.step of=m-a n=2a}, [three]{.step of=m-a n=2b}.\n`,
  ],
  [
    'unknown-attribute',
    '[Trust grew]{.claim #c-a supports=e-a} ["Nobody paid us."]{.evidence #e-a}\n',
    'Write evidence=e-a',
    '[Trust grew]{.claim #c-a evidence=e-a} ["Nobody paid us."]{.evidence #e-a}\n',
  ],
  [
    'unknown-attribute',
    '[Trust grew]{.claim #c-a supports=c-b} and so [all stayed]{.claim #c-b}\n',
    'Write from= on “all stayed” (#c-b) instead',
    '[Trust grew]{.claim #c-a} and so [all stayed]{.claim #c-b from=c-a}\n',
  ],
  [
    'unknown-id',
    '[Trust grew]{.claim evidence=e-owner}. The owner said: ["Nobody paid us."]{.evidence}\n',
    'Give “Nobody paid us” the id e-owner',
    '[Trust grew]{.claim evidence=e-owner}. The owner said: ["Nobody paid us."]{.evidence #e-owner}\n',
  ],
  [
    'unknown-value',
    '[Trust grew]{.claim status=perhaps}\n',
    'Change to assumed',
    '[Trust grew]{.claim status=assumed}\n',
  ],
  [
    'unsupported-finding',
    '[Trust grew]{.claim #c-a}. An owner said: “Nobody paid us to come.”\n',
    'Tag “Nobody paid us to come” as its evidence',
    '[Trust grew]{.claim #c-a}. An owner said: [“Nobody paid us to come.”]{.evidence #e-nobody-paid-come supports=c-a}\n',
  ],
  [
    'unsupported-finding',
    '[Trust grew]{.claim}. An owner said: “Nobody paid us to come.”\n',
    'Tag “Nobody paid us to come” as its evidence',
    '[Trust grew]{.claim evidence=e-nobody-paid-come}. An owner said: [“Nobody paid us to come.”]{.evidence #e-nobody-paid-come}\n',
  ],
  [
    'unused-construct',
    '---\nwarrant: true\n---\n\n## Calculative trust {.construct #k-calc def="the confidence that cheating would cost more"}\n',
    'Remove the tag, and keep its words',
    '---\nwarrant: true\n---\n\n## Calculative trust\n',
  ],
  [
    'wrong-kind',
    '[Trust]{.construct #k-a parent=c-a def="what grows between us all"} and so [trust grew]{.claim #c-a}.\n',
    'Write constructs= on “trust grew” (#c-a) instead',
    '[Trust]{.construct #k-a def="what grows between us all"} and so [trust grew]{.claim #c-a constructs=k-a}.\n',
  ],
];

describe('what fixes make of the text', () => {
  test.each(CASES)('%s: %o, %s', async (rule, before, title, after) => {
    const files = (text: Files | string): Files =>
      typeof text === 'string' ? { 'paper.md': text } : text;
    await expectFix(rule, files(before), files(after), title);
  });
});
