import { layoutMap } from '../../../server/src/core/exports/map/layout';
import { mapSvg } from '../../../server/src/core/exports/map/svg';
import { argumentMap } from '../../../server/src/core/features/map/argumentMap';
import { projectFrom } from '../../tools/project';
import { layoutEngine } from '../../tools/layoutEngine';
import type { Benchmark, Row } from '../figures';
import { timeOf, Timing } from '../measure';

const SIZES = [75, 150, 300, 600];
const RUNS = 5;
const STEPS = 8;

/** What it costs to find out, lay out and draw a map, and how that grows. */
export const mapBenchmark: Benchmark = {
  name: 'map',
  about:
    'A map of mechanisms that lead to each other, with steps that fork, from the project to its SVG.',
  async measure(report) {
    const rows: Row[] = [];
    let promised = Number.NaN;
    for (const size of SIZES) {
      report(`${size} nodes`);
      const project = await projectFrom({ 'paper.md': paper(size) });
      const options = {
        evidence: false,
        claims: false,
        tests: false,
        collapsed: new Set<string>(),
      };
      const times = { graph: [] as number[], layout: [] as number[], drawing: [] as number[] };
      let nodes = 0;
      for (let run = 0; run < RUNS; run++) {
        let map = argumentMap(project, options);
        times.graph.push(await timeOf(() => void (map = argumentMap(project, options))));
        nodes = map.nodes.length;
        let laid = await layoutMap({ ...map, nodes: [], edges: [] }, layoutEngine);
        const layout = async () => void (laid = await layoutMap(map, layoutEngine));
        times.layout.push(await timeOf(layout));
        times.drawing.push(await timeOf(() => void mapSvg(laid)));
      }
      const layout = new Timing(times.layout).median;
      const cells = [
        nodes,
        new Timing(times.graph).median,
        layout,
        new Timing(times.drawing).median,
      ];
      rows.push({ name: `${size} nodes asked for`, cells });
      if (size === 300) promised = layout;
    }
    return {
      tables: [{ title: 'A map, ms', columns: ['nodes', 'graph', 'layout', 'drawing'], rows }],
      promises: [
        {
          what: 'layout of 300 nodes, median',
          value: promised,
          unit: 'ms',
          bound: 'at most',
          limit: 2_000,
        },
      ],
    };
  },
};

/** A paper whose map has about so many nodes: mechanisms of eight steps, of which two are parallel, in a chain. */
function paper(nodes: number): string {
  const mechanisms = Math.round(nodes / (STEPS + 2));
  return Array.from({ length: mechanisms }, (_, index) => {
    const own = `m-${index}`;
    const steps = Array.from({ length: STEPS }, (_, step) => {
      const n = step === 3 ? '3a' : step === 4 ? '3b' : step < 3 ? `${step + 1}` : `${step}`;
      return `[step ${step} of what happens here]{.step of=${own} n=${n} entity="somebody"}`;
    });
    const [from, to] = [`k-${index}`, `k-${index + 1}`];
    return [
      `[construct ${index}]{.construct #${from}}`,
      `[mechanism ${index}]{.mechanism #${own} trigger="#${from}" outcome="#${to}"}`,
      ...steps,
    ].join('\n');
  })
    .concat(`[construct ${mechanisms}]{.construct #k-${mechanisms}}`)
    .join('\n\n');
}
