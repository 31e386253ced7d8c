import { describe, expect, it } from 'vitest';
import { complete } from './completing';

const OPT_IN = '---\nwarrant: true\n---\n\n';
const SEEN = `${OPT_IN}["We went on."]{.evidence #e-on} `;

describe('in an HTML start tag', () => {
  it.each([
    ['A <span class="cl‸">x</span>', 'claim', 'A <span class="claim">x</span>'],
    ['A <span class="mine cl‸">x</span>', 'claim', 'A <span class="mine claim">x</span>'],
    ['A <span class=‸>x</span>', 'evidence', 'A <span class=evidence>x</span>'],
    [
      'A <span ‸>Trust grew</span>',
      'class="claim"',
      'A <span class="claim" id="c-trust-grew">Trust grew</span>',
    ],
    [
      'A <span class="claim" i‸>Trust grew</span>',
      'id="c-trust-grew"',
      'A <span class="claim" id="c-trust-grew">Trust grew</span>',
    ],
    [
      'A <span class="claim" id="‸">Trust grew</span>',
      'c-trust-grew',
      'A <span class="claim" id="c-trust-grew">Trust grew</span>',
    ],
    [
      'A <span class="claim" evi‸>x</span>',
      'evidence',
      'A <span class="claim" evidence="">x</span>',
    ],
    [
      'A <span class="claim" data-evi‸>x</span>',
      'evidence',
      'A <span class="claim" data-evidence="">x</span>',
    ],
    [
      'A <span class="claim" evidence="‸">x</span>',
      'e-on',
      'A <span class="claim" evidence="e-on">x</span>',
    ],
    [
      'A <span class="claim" type=fin‸ id=c>x</span>',
      'finding',
      'A <span class="claim" type=finding id=c>x</span>',
    ],
    ['<div class="cl‸">\nx\n</div>', 'claim', '<div class="claim">\nx\n</div>'],
    ['A <span class="cl‸', 'claim', 'A <span class="claim">'],
  ])('%s', async (marked, label, expected) => {
    const { after } = await complete(`${SEEN}\n\n${marked}`);
    const written = after(label, 'snippet').slice(SEEN.length + 2);
    expect(written.replace(/(class="claim)>$/, '$1">')).toBe(expected);
  });

  it('what is given already is not offered again, nor a second kind', async () => {
    const { labels } = await complete(
      `${OPT_IN}A <span class="claim" id="c-a" data-type="finding" ‸ evidence="x">x</span>`,
    );
    expect(labels).toContain('from');
    for (const given of ['type', 'evidence', 'class="claim"', 'id="c-x"']) {
      expect(labels).not.toContain(given);
    }
    expect((await complete(`${OPT_IN}A <span class="claim ‸">x</span>`)).labels).toEqual([]);
  });

  it.each([
    'A <b class="‸">x</b>',
    'A <span class="claim">‸x</span>',
    '`<span class="‸">`',
    '~~~\n<span class="‸">\n~~~\n',
    'a <span of life ‸and more',
    'x < span ‸',
  ])('nothing is offered where Pandoc reads no span: %s', async (marked) => {
    const { labels } = await complete(OPT_IN + marked, { isAsked: false, byWord: false });
    expect(labels).toEqual([]);
  });
});
