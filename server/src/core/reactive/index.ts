export { KeyedSignals } from './keyedSignals';
export { Change, type NodeOwner, Signal, trackChange } from './signal';
export { Settled } from './settled';
export { isTracking, untracked } from './system';
export { Watcher, WatchQueue } from './watcher';
