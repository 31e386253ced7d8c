import { attributeOf, type Element } from '../project';
import type { Rule } from './rule';
import { elementOfFinding, problemOf, setOn } from './shared/fixing';
import { quoted, nameOf } from './shared/naming';

/** Words that leave room for doubt. */
const HEDGE =
  /\b(?:may|might|could|perhaps|maybe|possibly|probably|presumably|seems?|seemed|appears? to|appeared to|tends? to|suggests?|likely|apparently)\b/iu;

/** Words that leave none. */
const BOOSTER =
  /\b(?:always|never|certainly|clearly|undoubtedly|without (?:a )?doubt|proves?|proved|inevitably|must have|in (?:all|every) cases?)\b/iu;

/** Reports claims whose words and whose qualifier disagree. Off unless asked for. */
export const hedgeMismatch: Rule = {
  id: 'hedge-mismatch',
  severity: 'off',
  scope: 'element',
  documentation: {
    summary:
      'What is marked as certain should not be worded as a guess, nor the other way round. The rule, which is off unless `rules:` switches it on, reports claims with `qualifier=certain` whose words hedge (*may*, *perhaps*, *seems*), and claims that are `possible` or `tentative` in words that leave no doubt (*always*, *clearly*, *proves*). It knows English words only. Change the words or the qualifier.',
    bad: `[Firms may have signed because their tenders were scored on it]{.claim #c-sign qualifier=certain evidence="@minutes2018"}.
`,
    good: `[Firms signed because their tenders were scored on it]{.claim #c-sign qualifier=certain evidence="@minutes2018"}.
`,
  },
  *check(element) {
    const qualifier = attributeOf(element, 'qualifier');
    if (element.kind !== 'claim' || !qualifier) return;
    const word = mismatch(element, qualifier.text);
    if (word === undefined) return;
    yield problemOf(
      element,
      `${nameOf(element)} is marked ${qualifier.text}, but its words say ${quoted(word)}; change the one or the other`,
      {
        place: qualifier.place,
        data: { better: qualifier.text === 'certain' ? 'probable' : 'certain' },
      },
    );
  },
  fix(finding, project) {
    const claim = elementOfFinding(finding, project);
    const better = finding.data['better'];
    if (!claim || typeof better !== 'string') return [];
    return setOn(project, claim, `Mark it as ${better}`, { qualifier: better });
  },
};

/** The word of a claim that does not go with its qualifier. */
function mismatch({ text }: Element, qualifier: string): string | undefined {
  const hedge = HEDGE.exec(text)?.[0];
  if (qualifier === 'certain') return hedge;
  if (qualifier !== 'possible' && qualifier !== 'tentative') return undefined;
  return hedge === undefined ? BOOSTER.exec(text)?.[0] : undefined;
}
