import type { Link } from '../project';

/** What a cited work does for an element, by the kind of link that joins them. */
export const WORK_PHRASES: Readonly<Partial<Record<Link['kind'], string>>> = {
  supports: 'supports',
  challenges: 'speaks against',
  warrants: 'warrants',
  backs: 'backs the warrant of',
  rebuts: 'rebuts',
  extends: 'is built on by',
  contrasts: 'is departed from by',
  rival: 'is a rival of',
  source: 'is the source of',
};
