import { describe, expect, it } from 'vitest';
import {
  dataStructure,
  type DataStructure,
} from '../../../server/src/core/features/dataStructure/dataStructure';
import { projectFrom } from '../../tools/project';

async function read(text: string, top?: string): Promise<DataStructure> {
  const project = await projectFrom({ 'paper.md': text });
  return dataStructure(project, top === undefined ? undefined : project.element(top));
}

/** Each box as `column name < parents [facets]`. */
function drawn({ boxes }: DataStructure): string[] {
  const names = new Map(boxes.map(({ key, name }) => [key, name]));
  return boxes.map(({ column, name, parents, facets }) => {
    const above = parents.map((key) => names.get(key)).join(', ');
    const under = above === '' ? '' : ` < ${above}`;
    const parts = facets.length > 0 ? ` [${facets.map((facet) => facet.name).join(', ')}]` : '';
    return `${column} ${name}${under}${parts}`;
  });
}

const GIOIA = `
[gain]{.construct #k-gain tier=dimension} and [norms]{.construct #k-norms tier=dimension}:
[duty]{.construct #k-duty tier=theme parent=k-norms}, [pay]{.construct #k-pay tier=theme parent=k-gain},
[wage]{.construct #k-wage tier=concept parent=k-pay}, [turns]{.construct #k-turns tier=concept parent="k-duty k-pay"}.
`;

describe('the data structure', () => {
  it('puts what belongs to a construct before it, whatever the order of the text', async () => {
    expect(drawn(await read(GIOIA))).toEqual([
      'concept wage < pay',
      'theme pay < gain',
      'dimension gain',
      'concept turns < duty, pay',
      'theme duty < norms',
      'dimension norms',
    ]);
  });

  it('draws facets under their construct, and leaves constructs without tiers out where there are tiers', async () => {
    const text = `${GIOIA}
[bonus]{.construct #k-bonus tier=facet parent=k-wage} of [value]{.construct #k-value} with
[profit]{.construct #k-profit parent=k-value}.
`;
    const found = drawn(await read(text));
    expect(found).toContain('concept wage < pay [bonus]');
    expect(found.join()).not.toContain('value');
    expect(drawn(await read(text, 'k-value'))).toEqual(['construct value [profit]']);
  });

  it('takes a construct without a tier for one below its parent, or above what is on tiers', async () => {
    const text = `[motive]{.construct #k-motive} [gain]{.construct #k-gain tier=dimension parent=k-motive}
[pay]{.construct #k-pay parent=k-gain} [wage]{.construct #k-wage tier=concept parent=k-pay}
[alone]{.construct #k-alone}
`;
    expect(drawn(await read(text))).toEqual([
      'concept wage < pay',
      'theme pay < gain',
      'dimension gain < motive',
      'construct motive',
    ]);
  });

  it('says what it cannot draw', async () => {
    const { boxes, notes } = await read(`
[a]{.construct #k-a tier=theme} [b]{.construct #k-b tier=dimension parent=k-a}
[lost]{.construct #k-lost tier=facet}
[x]{.construct #k-x tier=facet parent=k-y} [y]{.construct #k-y tier=facet parent=k-x}
`);
    expect(boxes.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(notes.join('\n')).toMatch(/dimension b to a.*\n.*lost is a facet.*\n.*each part of/);
  });

  it('leaves out facets that nobody would draw, and says so', async () => {
    const links = Array.from(
      { length: 3000 },
      (_, level) => `[level ${level}]{.construct #k-${level} parent=k-${level - 1}}\n\n`,
    );
    const { boxes, notes } = await read(links.join('').replace(' parent=k--1', ''));
    expect(boxes.map(({ name }) => name)).toEqual(['level 0']);
    expect(notes).toEqual(['the facets of level 32 are left out, 32 levels below the box']);
  });

  it('says of many in one note that they are left out', async () => {
    const chain = Array.from(
      { length: 32 },
      (_, level) => `[level ${level}]{.construct #k-${level} parent=k-${level - 1}}\n\n`,
    );
    const ends = ['a', 'b', 'c'].map(
      (end) =>
        `[${end}]{.construct #k-${end} parent=k-31} [x${end}]{.construct #k-x${end} parent=k-${end}}\n\n`,
    );
    const { notes } = await read((chain.join('') + ends.join('')).replace(' parent=k--1', ''));
    expect(notes).toEqual(['the facets of a and 2 more are left out, 32 levels below the box']);
  });

  it('is empty without tiers and parents', async () => {
    expect((await read('[trust]{.construct #k-trust term=trust}')).boxes).toEqual([]);
  });
});
