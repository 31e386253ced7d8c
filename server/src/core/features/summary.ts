import type { Kind } from '../model';
import { isSupported, valueOf, type Element, type Project } from '../project';
import { isContested, isOpenGap, isUnsupported } from './views/claimState';

/** How much of an argument a project holds. */
export interface Summary {
  readonly claims: number;
  /** The claims that rest on something. */
  readonly supported: number;
  /** The claims that rest on nothing although they should, admitted gaps left out. */
  readonly unsupported: number;
  /** The claims that are put forward although something speaks against them. */
  readonly contested: number;
  /** The claims of which the author says what is missing. */
  readonly gaps: number;
  /** The claims by their type, the types in the order in which they first occur. */
  readonly types: readonly TypeCount[];
  readonly evidence: number;
  readonly mechanisms: number;
  readonly steps: number;
  readonly constructs: number;
}

/** How many claims there are of one type. */
export interface TypeCount {
  readonly type: string;
  readonly claims: number;
  readonly supported: number;
}

/**
 * Counts the elements of the files that take part; further occurrences (`ref=`) are not counted again.
 * @param uris counts only what stands in these files; what supports a claim may stand elsewhere.
 */
export function summarise(project: Project, uris?: ReadonlySet<string>): Summary {
  const counted = project.elements.filter(
    ({ place }) =>
      project.file(place.uri)?.participates !== false && (uris?.has(place.uri) ?? true),
  );
  const number = (kind: Kind) => counted.filter((element) => element.kind === kind).length;
  const claims = counted.filter(({ kind }) => kind === 'claim');
  const having = (test: (project: Project, claim: Element) => boolean) =>
    claims.filter((claim) => test(project, claim)).length;
  return {
    claims: claims.length,
    supported: having(isSupported),
    unsupported: having(isUnsupported),
    contested: having(isContested),
    gaps: having(isOpenGap),
    types: typesOf(project, claims),
    evidence: number('evidence'),
    mechanisms: number('mechanism'),
    steps: number('step'),
    constructs: number('construct'),
  };
}

function typesOf(project: Project, claims: readonly Element[]): TypeCount[] {
  const types = new Map<string, { type: string; claims: number; supported: number }>();
  for (const claim of claims) {
    const type = valueOf(claim, 'type') ?? '';
    const count = types.get(type) ?? { type, claims: 0, supported: 0 };
    types.set(type, count);
    count.claims++;
    if (isSupported(project, claim)) count.supported++;
  }
  return [...types.values()];
}
