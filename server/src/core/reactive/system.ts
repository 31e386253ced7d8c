import { createReactiveSystem, type Link, type ReactiveNode } from 'alien-signals/system';

/** States of a node, as the algorithm of alien-signals knows them; its own constants do not outlive compilation. */
export const Flag = {
  none: 0,
  mutable: 1,
  watching: 2,
  /** The node is being computed. */
  running: 4,
  dirty: 16,
  pending: 32,
} as const;

/**
 * What is read, reads, or both. All nodes have the same fields from the start, so that the algorithm meets objects of one
 * shape only.
 */
export abstract class Node {
  flags: number;
  /** What was read, and who reads this: lists that the algorithm keeps. */
  deps: Link | undefined = undefined;
  depsTail: Link | undefined = undefined;
  subs: Link | undefined = undefined;
  subsTail: Link | undefined = undefined;

  constructor(flags: number) {
    this.flags = flags;
  }

  /** Takes over what is new; gives whether the value is another one. */
  abstract update(): boolean;

  /** Told when something that was read may have changed. */
  abstract notify(): void;

  /** Told when the last reader has gone. */
  abstract forget(): void;
}

const own = (node: ReactiveNode) => node as unknown as Pick<Node, 'update' | 'notify' | 'forget'>;
const theirs = (node: Node) => node as unknown as ReactiveNode;

const system = createReactiveSystem({
  update: (node) => own(node).update(),
  notify: (node) => {
    own(node).notify();
  },
  unwatched: (node) => {
    own(node).forget();
  },
});

let reader: Node | undefined;
/** What the reader is told of as a whole, so that it need not note which parts of it it reads. */
let known: object | undefined;
/** Tells the reads of one computation from those of others; those that it calls for have numbers of their own. */
let computation = 0;
let computations = 0;

/** Notes that whatever is being computed has read a value. */
export function track(source: Node): void {
  if (reader !== undefined) system.link(theirs(source), theirs(reader), computation);
}

/**
 * Whether something is being computed that notes what it reads.
 * @param whole what is read is a part of; who is told of any change of that need not note its parts
 */
export function isTracking(whole?: object): boolean {
  return reader !== undefined && (whole === undefined || whole !== known);
}

/** Whether what is being computed is told of any change of a whole, so that its parts need not be noted. */
export function isWithin(whole: object): boolean {
  return reader !== undefined && whole === known;
}

/** Reads without being noted: what is read may change without the reader being told. */
export function untracked<T>(read: () => T): T {
  const before = reader;
  reader = undefined;
  try {
    return read();
  } finally {
    reader = before;
  }
}

/**
 * Computes anew for a node: what it read before and does not read again is forgotten.
 * @param whole what the node is told of in another way; see {@link isTracking}
 */
export function recompute<T>(node: Node, flags: number, compute: () => T, whole?: object): T {
  const before = reader;
  const knownBefore = known;
  const computationBefore = computation;
  node.depsTail = undefined;
  node.flags = flags | Flag.running;
  reader = node;
  known = whole;
  computation = ++computations;
  try {
    return compute();
  } finally {
    reader = before;
    known = knownBefore;
    computation = computationBefore;
    node.flags &= ~Flag.running;
    unlinkFrom(node, lastRead(node) === undefined ? node.deps : lastRead(node)?.nextDep);
  }
}

/** Forgets all that a node has read. */
export function forgetReads(node: Node): void {
  unlinkFrom(node, node.deps);
}

/** Asked anew: a computation moves it. */
function lastRead({ depsTail }: Node): Link | undefined {
  return depsTail;
}

function unlinkFrom(node: Node, first: Link | undefined): void {
  for (let link = first; link !== undefined;) link = system.unlink(link, theirs(node));
}

/** Whether something that a node has read, directly or not, has really changed. */
export function isOutdated(node: Node): boolean {
  if ((node.flags & Flag.dirty) !== 0) return true;
  if ((node.flags & Flag.pending) === 0) return false;
  if (node.deps !== undefined && system.checkDirty(node.deps, theirs(node))) return true;
  node.flags &= ~Flag.pending;
  return false;
}

/** Tells the readers of a node that it may have changed. */
export function announce({ subs }: Node): void {
  if (subs !== undefined) system.propagate(subs, false);
}

/** Tells the readers of a node that it has changed. */
export function confirm({ subs }: Node): void {
  if (subs !== undefined) system.shallowPropagate(subs);
}
