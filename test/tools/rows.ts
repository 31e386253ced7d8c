import type { Row } from '../../server/src/core/features/views/row';
import type { Project } from '../../server/src/core/project';

/** Rows as text, one a line, indented: role, label, state, description, what is missing. */
export function drawRows(rows: readonly Row[]): string {
  return rows.flatMap((row) => draw(row, '')).join('\n');
}

function draw(row: Row, indent: string): string[] {
  const { role, label, state, description, missing, children } = row;
  const said = description === '' ? '' : ` (${description})`;
  const lacks = missing > 0 && role !== 'missing' ? ` !${missing}` : '';
  const own = `${indent}${role}: ${label}${state ? ` [${state}]` : ''}${said}${lacks}`;
  return [own, ...children.flatMap((child) => draw(child, `${indent}  `))];
}

/**
 * What a question costs: how often it asks the project for something, and how much it is given. It is the same on every
 * machine, so that a test can say how it grows.
 */
export function costOf(project: Project, ask: (project: Project) => unknown): number {
  let cost = 0;
  const counted = <T>(value: T): T => {
    cost += Array.isArray(value) ? value.length + 1 : 1;
    return value;
  };
  const watched = new Proxy(project, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return counted(value);
      return (...args: unknown[]): unknown => counted(Reflect.apply(value, target, args));
    },
  });
  ask(watched);
  return cost;
}
