import type { ArgumentMap, MapEdge, MapNode } from '../../../server/src/core/figures';

/** Labels that a notation could take for its own. */
export const HOSTILE: readonly string[] = [
  'say "no" & <b>go</b>',
  "it's [x] {y} (z) |w| \\N \\",
  'end',
  'graph',
  '<script>alert(1)</script>',
  '`code` *it* __b__ ~s~ #35; #quot;',
  '1. first',
  '- dash',
  'a\nb\r\nc\u0000\u0007',
  'naïve 信頼 سلام 👩‍🔬 e\u0301',
  'https://example.org/?a=1&b=2;c --> d',
  '%% note',
  '---',
  ':::x',
  '\ud800 half',
  ']]>',
  '',
  'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenhersteller',
];

function node(key: string, details: Partial<MapNode>): MapNode {
  return {
    key,
    role: 'step',
    label: key,
    mark: '',
    detail: '',
    text: key,
    isCollapsed: false,
    isCollapsible: false,
    missing: [],
    ...details,
  };
}

/** A map in which every hostile text stands wherever an author's text can. */
export function hostileMap(): ArgumentMap {
  const nodes = HOSTILE.flatMap((label, index): MapNode[] => [
    node(`m ${label} ${index}`, { role: 'mechanism', label, detail: label, text: label }),
    node(`s ${label} ${index}`, { label, mark: label, id: label, parent: `m ${label} ${index}` }),
    node(`e ${label} ${index}`, { role: 'evidence', label, detail: label }),
    node(`k ${label} ${index}`, { role: 'construct', label }),
  ]);
  const edges = HOSTILE.flatMap((label, index): MapEdge[] => {
    const [m, s, e, k] = ['m', 's', 'e', 'k'].map((role) => `${role} ${label} ${index}`) as [
      string,
      string,
      string,
      string,
    ];
    const edge = { label, text: label, tests: [] };
    return [
      { ...edge, key: `${m} to ${k}`, role: 'outcome', from: m, to: k },
      { ...edge, key: `${k} to ${s}`, role: 'causes', from: k, to: s, sign: label, id: label },
      {
        ...edge,
        key: `${e} to ${s}`,
        role: 'challenges',
        from: e,
        to: s,
        tests: [{ test: 'hoop', result: 'fail' }],
      },
    ];
  });
  return { title: HOSTILE.join(' '), nodes, edges };
}
