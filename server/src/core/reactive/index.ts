export { Derived } from './derived';
export { Change, Signal } from './signal';
export { isTracking, untracked } from './system';
export { Watcher, WatchQueue } from './watcher';
