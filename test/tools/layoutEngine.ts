import ELK from 'elkjs';
import type { LayoutEngine } from '../../server/src/core/exports/map/arrange';

const elk = new ELK();

/** The layout engine as its package gives it to Node. */
export const layoutEngine: LayoutEngine = (graph) => elk.layout(graph);
