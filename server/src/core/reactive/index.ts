export { KeyedSignals } from './keyedSignals';
export {
  Change,
  type NodeOwner,
  Signal,
  trackChange,
  trackPart,
  trackWhole,
  type Whole,
} from './signal';
export { Settled } from './settled';
export { isTracking, untracked } from './system';
export { Watcher, WatchQueue } from './watcher';
