import type { BoxContents } from './boxes';

/** The whole map is laid out from left to right; what happens in a lane, from top to bottom. */
export type Direction = 'RIGHT' | 'DOWN';

/** Around what stands inside another node. */
const PADDING = 12;

/** The options of ELK's `layered` algorithm (https://eclipse.dev/elk/reference/options.html) for a graph of its own. */
function layered(direction: Direction): Record<string, string> {
  return {
    'elk.algorithm': 'layered',
    'elk.direction': direction,
    'elk.edgeRouting': 'ORTHOGONAL',
    'elk.randomSeed': '1',
    'elk.padding': '[top=0,left=0,bottom=0,right=0]',
    'elk.spacing.nodeNode': direction === 'DOWN' ? '16' : '18',
    'elk.spacing.edgeNode': '12',
    'elk.spacing.edgeEdge': '10',
    'elk.spacing.edgeLabel': '2',
    'elk.layered.spacing.nodeNodeBetweenLayers': '26',
    'elk.layered.spacing.edgeNodeBetweenLayers': '12',
    'elk.layered.spacing.edgeEdgeBetweenLayers': '9',
    'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
    // From top to bottom, what forks stands over the middle of its branches.
    ...(direction === 'DOWN'
      ? {
          'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
          'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
        }
      : {
          'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
          'elk.layered.nodePlacement.favorStraightEdges': 'true',
        }),
    'elk.edgeLabels.placement': 'CENTER',
  };
}

/** For the map as a whole: what is nested is laid out with what is around it. */
export const mapOptions: Record<string, string> = {
  ...layered('RIGHT'),
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
};

/** How many edges hang together in a part of a map that is laid out with all care. */
export const MANY_EDGES = 120;

/** For a part with more of them: network simplex would place its nodes for a minute. */
export const manyEdgesOptions: Record<string, string> = {
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
};

/** For a node that holds others. */
export function directions(
  heading: BoxContents,
  direction: Direction,
  isApart: boolean,
): Record<string, string> {
  return {
    ...(isApart ? layered(direction) : {}),
    ...(isApart ? { 'elk.hierarchyHandling': 'SEPARATE_CHILDREN' } : {}),
    ...(isApart ? { 'elk.portConstraints': 'FIXED_SIDE' } : {}),
    'elk.padding': `[top=${heading.height + 4},left=${PADDING},bottom=${PADDING},right=${PADDING}]`,
    'elk.nodeSize.constraints': 'MINIMUM_SIZE',
    'elk.nodeSize.minimum': `(${heading.width},${heading.height + 24})`,
  };
}

/** For a lane or a list: its rows stand one below the other. */
export const rowOptions: Record<string, string> = {
  'elk.separateConnectedComponents': 'false',
  'elk.partitioning.activate': 'true',
};

/** For a list: its members stand close to each other. */
export const listOptions: Record<string, string> = {
  'elk.layered.spacing.nodeNodeBetweenLayers': '8',
};

/** For the graph in which a lane is laid out alone. */
export const aloneOptions: Record<string, string> = layered('RIGHT');
