import {
  ACCESS_LEVELS,
  accessNamed,
  accessOf,
  accessOfUndeclared,
  countHeldBack,
  stricter,
  valueOf,
  withheldMark,
  type Access,
  type HeldBack,
  type HeldBackAccess,
  type Project,
} from '../../project';
import { personKeyOf } from '../../sources/pseudonyms';
import {
  declaredSource,
  SelectionIndex,
  type QdaProject,
  type QdaSelection,
  type QdaSource,
} from '../../sources/qda';

/** A coded passage as those may see it who are not its authors. */
export interface ShownSelection extends Omit<QdaSelection, 'guid'> {
  /** Left out with the words, as `qda=` is on evidence that is held back. */
  readonly guid?: string;
  readonly withheld?: HeldBackAccess;
}

/** A QDA project as those may see it who are not its authors. */
export interface ShownQda extends Omit<QdaProject, 'selections'> {
  readonly selections: readonly ShownSelection[];
  readonly heldBack: HeldBack;
  /** How many sources no manuscript declares that keeps others from being read, so that nothing is known of them. */
  readonly undeclared: number;
  /** Whether something is held back, but rows of the table are mixed up, so that it may stand elsewhere as well. */
  readonly isMixed: boolean;
}

/**
 * A QDA project as it may leave its authors' hands, by what manuscripts say of its sources and by `access=` on evidence that
 * is taken from it; the strictest counts. It holds back what an export of the manuscript would: the words, memos and GUIDs of
 * passages; of what is confidential also the place and the cases, and of a confidential source all but its id.
 * @param include the strictest access that may be seen
 */
export function holdBackQda(
  qda: QdaProject,
  manuscripts: readonly Project[],
  include: Access,
): ShownQda {
  const isHeld = (access: Access): access is HeldBackAccess =>
    ACCESS_LEVELS.indexOf(access) > ACCESS_LEVELS.indexOf(include);
  const sourceAccess = new Map(
    qda.sources.map((source) => [source, accessOfSource(source, manuscripts)]),
  );
  const own = accessByEvidence(qda, manuscripts, isHeld);
  const held = new Map<QdaSelection, HeldBackAccess>();
  for (const selection of qda.selections) {
    const access = stricter(
      sourceAccess.get(selection.source) ?? 'open',
      own.get(selection) ?? 'open',
    );
    if (isHeld(access)) held.set(selection, access);
  }
  const names = namesHeldBack(manuscripts, isHeld);
  const keysOf = (name: string) => [
    name,
    ...manuscripts.map((project) => personKeyOf(project)(name)),
  ];
  for (const [{ cases }, access] of held) {
    if (access === 'confidential') for (const name of cases.flatMap(keysOf)) names.add(name);
  }
  const shown = new Map<QdaSource, QdaSource>();
  for (const source of qda.sources) {
    const access = sourceAccess.get(source) ?? 'open';
    shown.set(source, isHeld(access) ? withoutWords(source, access, manuscripts) : source);
  }
  const nameless = [...shown].filter(([{ name }, other]) => name !== other.name);
  const hasSecrets = manuscripts.some(keepsBack);
  return {
    ...qda,
    isMixed: qda.hasJoinedRows === true && hasSecrets && include !== 'confidential',
    sources: qda.sources.map((source) => shown.get(source) ?? source),
    selections: qda.selections.map((selection) => {
      const source = shown.get(selection.source) ?? selection.source;
      const cases = selection.cases.filter((name) => !keysOf(name).some((key) => names.has(key)));
      return shownSelection({ ...selection, source, cases }, held.get(selection));
    }),
    problems: qda.problems.map((problem) =>
      nameless.reduce((text, [from, to]) => text.replaceAll(`“${from.name}”`, to.name), problem),
    ),
    heldBack: { ...countHeldBack(held.values()), sources: nameless.length },
    undeclared: hasSecrets
      ? qda.sources.filter((source) => declarations(source, manuscripts).length === 0).length
      : 0,
  };
}

function declarations(source: QdaSource, manuscripts: readonly Project[]) {
  return manuscripts.flatMap((project) => declaredSource(project, source) ?? []);
}

function accessOfSource(source: QdaSource, manuscripts: readonly Project[]): Access {
  return manuscripts
    .map((project) => {
      const declared = declaredSource(project, source);
      return declared ? accessNamed(declared.access) : accessOfUndeclared(project);
    })
    .reduce(stricter, 'open');
}

function keepsBack(project: Project): boolean {
  return (
    project.sources.some(({ access }) => accessNamed(access) !== 'open') ||
    project.elementsWith('access').some((element) => accessOf(project, element) !== 'open')
  );
}

/** The access of passages that evidence names by `qda=`, and of those with the same words in them. */
function accessByEvidence(
  qda: QdaProject,
  manuscripts: readonly Project[],
  isHeld: (access: Access) => boolean,
): ReadonlyMap<QdaSelection, Access> {
  const index = new SelectionIndex([qda]);
  const levels = new Map<QdaSelection, Access>();
  const raise = (selection: QdaSelection, access: Access): void => {
    levels.set(selection, stricter(levels.get(selection) ?? 'open', access));
  };
  for (const project of manuscripts) {
    for (const evidence of project.elementsWith('qda')) {
      const access = accessOf(project, evidence);
      if (!isHeld(access)) continue;
      for (const named of index.find(valueOf(evidence, 'qda') ?? '')) {
        raise(named, access);
        for (const other of qda.selections) if (overlap(named, other)) raise(other, access);
      }
    }
  }
  return levels;
}

/** Whether two passages of a source share words: by their places, else by one standing in the other. */
function overlap(a: QdaSelection, b: QdaSelection): boolean {
  if (a.source !== b.source) return false;
  if (a.range && b.range) return a.range.start < b.range.end && b.range.start < a.range.end;
  const [one, other] = [plain(a.text), plain(b.text)];
  return one !== '' && other !== '' && (one.includes(other) || other.includes(one));
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The informants of sources that are confidential. */
function namesHeldBack(
  manuscripts: readonly Project[],
  isHeld: (access: Access) => boolean,
): Set<string> {
  if (!isHeld('confidential')) return new Set();
  return new Set(
    manuscripts.flatMap((project) =>
      project.sources
        .filter(({ access }) => accessNamed(access) === 'confidential')
        .map(({ informant }) => personKeyOf(project)(informant ?? '')),
    ),
  );
}

function withoutWords(
  source: QdaSource,
  access: HeldBackAccess,
  manuscripts: readonly Project[],
): QdaSource {
  if (access === 'restricted') return { ...source, memos: [] };
  const [first] = declarations(source, manuscripts).filter(
    (declared) => accessNamed(declared.access) === 'confidential',
  );
  return { name: first?.id ?? withheldMark(access), kind: source.kind, memos: [] };
}

function shownSelection(
  selection: QdaSelection,
  withheld: HeldBackAccess | undefined,
): ShownSelection {
  if (!withheld) return selection;
  const { source, codes, cases, range, place, user, date } = selection;
  const isNameless = withheld === 'confidential';
  return {
    source,
    ...(range && !isNameless ? { range } : {}),
    text: selection.text === '' ? '' : withheldMark(withheld),
    ...(place === undefined || isNameless ? {} : { place }),
    codes,
    cases: isNameless ? [] : cases,
    memos: [],
    ...(user === undefined ? {} : { user }),
    ...(date === undefined ? {} : { date }),
    withheld,
  };
}
