import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { compileFunction } from 'node:vm';
import ElkApi from 'elkjs/lib/elk-api';
import type { LayoutEngine } from '../core/exports/map/arrange';

/** What the script of a web worker finds around it. */
interface WorkerScope {
  onmessage?: (event: { readonly data: unknown }) => void;
  postMessage(data: unknown): void;
}

/**
 * Loads the layout engine that the panels run in a web worker. It is by far the largest part of what is shipped: so it is
 * there once, and read when a map is first drawn.
 * @throws when the script is not there
 */
export async function loadLayoutEngine(): Promise<LayoutEngine> {
  const file = path.join(__dirname, 'panels', 'elk.worker.js');
  const script = compileFunction(await readFile(file, 'utf8'), ['self', 'document'], {
    filename: file,
  }) as (self: WorkerScope, document: undefined) => void;
  const elk = new ElkApi({ workerFactory: () => startInPlace(script) });
  return (graph) => elk.layout(graph);
}

/** Runs the script of a worker in this thread: what it would gain by one of its own is lost by starting it. */
function startInPlace(script: (self: WorkerScope, document: undefined) => void): Worker {
  const worker = {
    onmessage: undefined as ((event: { readonly data: unknown }) => void) | undefined,
    postMessage: (data: unknown) => void setImmediate(() => scope.onmessage?.({ data })),
    terminate: () => undefined,
  };
  const scope: WorkerScope = { postMessage: (data) => worker.onmessage?.({ data }) };
  script(scope, undefined);
  // The interface of the package asks for the browser's type, and uses no more of it.
  return worker as unknown as Worker;
}
