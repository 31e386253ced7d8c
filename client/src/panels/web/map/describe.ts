import type { LaidOutMap, LaidOutNode, MapRole } from '../../../../../server/src/core/figures';

/** What kind of thing a node is, for who hears it. */
const ROLES: Readonly<Record<MapRole, string>> = {
  trigger: 'Trigger',
  mechanism: 'Mechanism',
  lane: 'Phase',
  step: 'Step',
  outcome: 'Outcome',
  construct: 'Construct',
  group: 'Construct',
  claim: 'Claim',
  evidence: 'Evidence',
};

/**
 * Tells screen readers what is drawn: each node is a button with its name and where its arrows lead; the arrows
 * themselves are said with the nodes.
 */
export function describe(sheet: HTMLElement, map: LaidOutMap): void {
  const svg = sheet.querySelector('svg');
  svg?.setAttribute('role', 'group');
  svg?.setAttribute('aria-roledescription', 'diagram');
  svg?.setAttribute('aria-label', map.title === '' ? 'Mechanism map' : `Map of ${map.title}`);
  const nodes = new Map(map.nodes.map((node) => [node.key, node]));
  for (const element of sheet.querySelectorAll('[data-key]')) {
    const node = nodes.get(element.getAttribute('data-key') ?? '');
    // Its name stands in the attribute; the tool tip of the browser would cover ours.
    for (const title of element.querySelectorAll(':scope > title')) title.remove();
    if (!node || element.classList.contains('edge')) {
      element.setAttribute('aria-hidden', 'true');
      continue;
    }
    element.setAttribute('role', 'button');
    element.setAttribute('tabindex', '-1');
    element.setAttribute('aria-label', `${inReadingOrder(element, node)}. ${more(node, map)}`);
    if (node.isCollapsible) element.setAttribute('aria-expanded', String(!node.isCollapsed));
  }
}

/**
 * Puts what is written on a node into the order in which it is read, its number first, with spaces between the lines.
 * @returns what it says, with what kind of thing it is
 */
function inReadingOrder(element: Element, node: LaidOutNode): string {
  const lines = [...element.querySelectorAll('text')];
  const isMark = (line: Element): boolean => line.classList.contains('mark');
  const ordered = [...lines.filter(isMark), ...lines.filter((line) => !isMark(line))];
  element.append(...ordered.flatMap((line) => [' ', line]));
  return [ROLES[node.role], ...ordered.map((line) => line.textContent)].join(' ');
}

/** What is not written on a node: the rest of its text, and where its arrows lead. */
function more(node: LaidOutNode, map: LaidOutMap): string {
  const names = new Map(map.nodes.map((each) => [each.node, firstLine(each)]));
  const ends = (keys: readonly string[]): string =>
    [...new Set(keys)].map((key) => names.get(key) ?? '').join('; ');
  const to = map.edges.filter(({ from }) => from === node.node).map((edge) => edge.to);
  const from = map.edges.filter((edge) => edge.to === node.node).map((edge) => edge.from);
  const isCut = node.lines.some(({ text }) => text.endsWith('…'));
  return [
    ...node.title.split('\n').slice(isCut ? 0 : 1),
    ...(from.length > 0 ? [`From ${ends(from)}`] : []),
    ...(to.length > 0 ? [`Leads to ${ends(to)}`] : []),
  ].join('. ');
}

function firstLine({ title }: LaidOutNode): string {
  return title.split('\n', 1)[0] ?? '';
}
