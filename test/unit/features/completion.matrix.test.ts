import { describe, expect, it } from 'vitest';
import type { CompletionItem } from '../../../server/src/core/features/completion/item';
import { contentText, parse, type Attributed } from '../../../server/src/core/syntax';
import { complete } from './completing';

/** What the project holds besides the line that is being written. */
const BEFORE = `---
warrant:
  sources: [{id: owner, kind: interview}]
---

[Trust outlived the incentives]{.claim #c-1 scope="small firms"}. ["Mine"]{.evidence #e-1 loc="p. 3"}

[Shift]{.mechanism #m-1} [trust]{.construct #k-1 def="a belief"} [First]{.step #s-1 of=m-1 n=1}

`;

const WORKS = [{ key: 'braun2006' }, { key: 'https://doi.org/10.1/x' }];

/** What can be tagged, with what stands behind it in the end. */
const CARRIERS: readonly (readonly [string, string, string])[] = [
  ['span', '[New words]', ''],
  ['span', 'Prose (as said) {stray [with *em* and [nested]{.x} words]', ''],
  ['span', '> [New\n> words]', ''],
  ['span', '- item\n- [New words]', ''],
  ['span', 'A note^[with [New words]', ']'],
  ['image', '![Rate](rate.png)', ''],
  ['link', '[Rate](https://example.org/a_(b))', ''],
  ['code', '`x`', ''],
  ['heading', '## A title ', ''],
  ['div', '::: ', '\n\nSome text.\n\n:::\n'],
  ['div', '> ::: ', '\n> Some text.\n> :::\n'],
];

/** What has been typed between the braces. */
const TYPED = [
  '{‸',
  '{.‸',
  '{.cl‸',
  '{cl‸',
  '{#c-9 ‸',
  '{.claim ‸',
  '{.claim fr‸',
  '{.claim #‸',
  '{.claim #c-n‸',
  '{.claim type=‸',
  '{.claim type=f‸',
  '{.claim type="‸',
  '{.claim from=‸',
  '{.claim from=c‸',
  '{.claim from="‸',
  "{.claim from='‸",
  '{.claim from="c-8 ‸',
  '{.claim from="c-8,‸',
  '{.claim from="c-8, #‸',
  '{.claim evidence="e-8 @‸',
  '{.claim note="a } b" from="‸',
  '{.claim note="[a]{b" from=‸',
  '{.claim warrant=‸',
  '{.claim warrant="‸',
  '{.claim warrant="for a reason; #‸',
  '{.claim scope=‸',
  '{.evidence tests="‸',
  '{.evidence tests="c-1:‸',
  '{.evidence tests="c-1:hoop:‸',
  '{.evidence source=‸',
  '{.construct parent=‸',
  '{.step of=‸',
  '{.claim data-‸',
];

/** What stands behind the caret. */
const BEHIND = [
  '',
  '}',
  '} and on.',
  ' and on, [said]{.claim note="x"} before.',
  ' type=rival}',
  '.',
];

/** How an editor may take an item. */
const WAYS = ['insert', 'replace', 'snippet'] as const;

describe.each(CARRIERS)('in a %s', (carrier, head, end) => {
  it.each(TYPED)('%s takes what is offered', async (typed) => {
    let offered = 0;
    for (const behind of BEHIND) {
      const isTitle = carrier === 'heading' || carrier === 'div';
      if (isTitle && !/^(?:\}| type=rival\}|)$/.test(behind)) continue;
      // A quote that is open and a brace that is not its own are one text to Pandoc too.
      const marked = `${BEFORE}${head}${typed}${behind}${end}`;
      const { items, after } = await complete(marked, { works: WORKS });
      // All of them where it is plainest; elsewhere what surrounds them is in question, and one in four will do.
      for (const item of items.filter((_, index) => head === '[New words]' || index % 4 === 0)) {
        offered++;
        for (const text of new Set(WAYS.map((way) => after(item.label, way)))) {
          const element = at(text, carrier, marked.indexOf('‸'));
          const message = `${item.label}: ${text.slice(BEFORE.length)}`;
          expect(element && holds(element, item, text), message).toBe(true);
        }
      }
    }
    expect(offered).toBeGreaterThan(0);
  });
});

function at(text: string, carrier: string, offset: number): Attributed | undefined {
  return parse(text).elements.find(
    ({ carrier: own, attributeRange }) =>
      own === carrier &&
      attributeRange !== undefined &&
      attributeRange.start < offset &&
      offset <= attributeRange.end,
  );
}

/** Whether an element says what an item stands for, as the parser reads it. */
function holds(element: Attributed, { role, label }: CompletionItem, text: string): boolean {
  const words = element.attributes.flatMap(({ value }) => value.split(/[\s;]+/));
  switch (role) {
    case 'kind':
      return element.classes.some(({ name }) => `.${name}` === label);
    case 'id':
      return `#${element.id?.value ?? ''}` === label;
    case 'attribute':
      return element.attributes.some(({ key }) => key.replace(/^data-/, '') === label);
    case 'value':
      return element.attributes.some(
        ({ value }) => value.split(':').includes(label) || value === label,
      );
    case 'element':
    case 'source':
    case 'work':
      return words.some(
        (word) => word.split(':')[0] === label || word === label || word === `#${label}`,
      );
    case 'snippet':
      return contentText(parse(text), element) !== '';
  }
}
