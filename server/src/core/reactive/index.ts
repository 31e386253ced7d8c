export { Derived } from './derived';
export { KeyedSignals } from './keyedSignals';
export { Change, Signal, trackChange } from './signal';
export { isTracking, untracked } from './system';
export { Watcher, WatchQueue } from './watcher';
