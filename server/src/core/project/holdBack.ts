import type { Source } from '../config';
import type { Tag } from '../model';
import { accessNamed, accessOf, ACCESS_LEVELS, type Access, type HeldBackAccess } from './access';
import type { Element } from './element';
import { InnerElement, SurroundingElement, WithheldElement } from './heldBackElements';
import { informantKey } from './informantKey';
import type { Link, Node } from './link';
import type { Project, ReferenceUse } from './project';

/** What was asked for and is held back. */
export interface HeldBack {
  /** Pieces of evidence whose words were asked for, by their access. */
  readonly evidence: Readonly<Record<HeldBackAccess, number>>;
  /** Sources that were asked for and are not named, since they or another one of the same informant are confidential. */
  readonly sources: number;
}

/** A project as those may see it who are not its authors. */
export interface HeldBackProject extends Project {
  /** Whether there is anything to hold back. */
  readonly holdsBack: boolean;
  /** What has been held back so far. */
  readonly heldBack: HeldBack;
}

/**
 * A project as it may leave its authors' hands, at this moment: evidence that is restricted or confidential, or whose
 * source is, stays in its place, but its words are `[withheld: restricted]`, also in what is tagged around it, and its
 * notes are gone; confidential sources have their id and their kind alone. Everything that is made to be given away is
 * made from it, so that no part of the program decides by itself what may be seen.
 * @param include the strictest access that may be seen
 */
export function holdBack(project: Project, include: Access): HeldBackProject {
  const guard = new Guard(project, include);
  const answers: Partial<Project> & Pick<HeldBackProject, 'heldBack' | 'holdsBack'> = guard;
  return new Proxy(project, {
    get: (target, name) => {
      const own: unknown = Reflect.get(answers, name, answers);
      if (own !== undefined) return own;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  }) as HeldBackProject;
}

/** The sum of what is held back, by the access of each piece of evidence. */
export function countHeldBack(evidence: Iterable<HeldBackAccess>): HeldBack {
  const levels = [...evidence];
  const having = (level: HeldBackAccess) => levels.filter((other) => other === level).length;
  return {
    evidence: { restricted: having('restricted'), confidential: having('confidential') },
    sources: 0,
  };
}

type Answers = Pick<
  Project,
  | 'elements'
  | 'elementsIn'
  | 'element'
  | 'elementOf'
  | 'elementsOfKind'
  | 'elementsWith'
  | 'elementsAlike'
  | 'elementWithKey'
  | 'groupOf'
  | 'links'
  | 'linksFrom'
  | 'linksTo'
  | 'linksOf'
  | 'linksOfKind'
  | 'references'
  | 'referencesTo'
  | 'referencesFrom'
  | 'brokenReferences'
  | 'firstInAttributes'
  | 'sources'
  | 'source'
  | 'remember'
  | 'external'
>;

/** The answers that differ from those of the project itself. Functions are fields, so that they know whose they are. */
class Guard implements Answers {
  readonly #project: Project;
  readonly #include: Access;
  readonly #shown = new Map<Element, Element>();
  readonly #raw = new WeakMap<Element, Element>();
  readonly #links = new WeakMap<Link, Link>();
  readonly #sources = new Map<Source, Source>();
  readonly #answers = new Map<object, Map<unknown, unknown>>();
  readonly #asked = new Map<object, HeldBackAccess>();
  #informants: ReadonlyMap<string, string> | undefined;
  #namelessSources = 0;
  /** How often something was not read yet. */
  #pending = 0;

  constructor(project: Project, include: Access) {
    this.#project = project;
    this.#include = include;
    const held = project.elementsOfKind('evidence').flatMap((evidence) => {
      const access = accessOf(project, evidence);
      return access === 'open' || this.#maySee(access) ? [] : [{ evidence, access }];
    });
    for (const { evidence, access } of held) {
      this.#keep(
        evidence,
        new WithheldElement(evidence, access, () => this.#asked.set(evidence, access)),
      );
    }
    for (const { evidence, access } of held) {
      for (const tag of [evidence.tag, ...evidence.occurrences]) {
        for (const inner of tag?.inner ?? []) this.#keepInner(inner, evidence, access);
      }
    }
    const around = new Map<Element, (readonly [Element, HeldBackAccess])[]>();
    for (const { evidence, access } of held) {
      for (const tag of [evidence.tag, ...evidence.occurrences]) {
        for (let outer = tag?.parent; outer; outer = outer.parent) {
          const element = project.elementOf(outer);
          if (!element || this.#shown.has(element)) continue;
          around.set(element, [...(around.get(element) ?? []), [evidence, access]]);
        }
      }
    }
    for (const [element, inner] of around) {
      this.#keep(
        element,
        new SurroundingElement(element, inner, () => {
          for (const [evidence, access] of inner) this.#asked.set(evidence, access);
        }),
      );
    }
  }

  get holdsBack(): boolean {
    if (this.#shown.size > 0) return true;
    if (this.#maySee('confidential')) return false;
    return this.#project.sources.some(({ access }) => accessNamed(access) === 'confidential');
  }

  get heldBack(): HeldBack {
    return { ...countHeldBack(this.#asked.values()), sources: this.#namelessSources };
  }

  get elements(): readonly Element[] {
    return this.#all(this.#project.elements);
  }

  get links(): readonly Link[] {
    return this.#allLinks(this.#project.links);
  }

  get references(): readonly ReferenceUse[] {
    return this.#uses(this.#project.references);
  }

  get sources(): readonly Source[] {
    return this.#project.sources.map((source) => this.#ofSource(source));
  }

  readonly source: Project['source'] = (id) => {
    const source = this.#project.source(id);
    return source && this.#ofSource(source);
  };

  readonly elementsIn: Project['elementsIn'] = (file) => this.#all(this.#project.elementsIn(file));
  readonly element: Project['element'] = (id) => this.#of(this.#project.element(id));
  readonly elementOf: Project['elementOf'] = (tag: Tag) => this.#of(this.#project.elementOf(tag));
  readonly elementWithKey: Project['elementWithKey'] = (key) =>
    this.#of(this.#project.elementWithKey(key));
  readonly elementsOfKind: Project['elementsOfKind'] = (kind) =>
    this.#all(this.#project.elementsOfKind(kind));
  readonly elementsWith: Project['elementsWith'] = (attribute, text) =>
    this.#all(this.#project.elementsWith(attribute, text));
  readonly elementsAlike: Project['elementsAlike'] = (grouping, key) =>
    this.#all(this.#project.elementsAlike(grouping, key));
  readonly groupOf: Project['groupOf'] = (grouping, element) =>
    this.#project.groupOf(grouping, this.#rawOf(element));
  readonly linksFrom: Project['linksFrom'] = (element, kind) =>
    this.#allLinks(this.#project.linksFrom(this.#rawOf(element), kind));
  readonly linksTo: Project['linksTo'] = (element, kind) =>
    this.#allLinks(this.#project.linksTo(this.#rawOf(element), kind));
  readonly linksOf: Project['linksOf'] = (node) =>
    this.#allLinks(this.#project.linksOf(this.#rawNode(node)));
  readonly linksOfKind: Project['linksOfKind'] = (kind, from) =>
    this.#allLinks(this.#project.linksOfKind(kind, from));
  readonly referencesTo: Project['referencesTo'] = (element) =>
    this.#uses(this.#project.referencesTo(this.#rawOf(element)));
  readonly referencesFrom: Project['referencesFrom'] = (element) =>
    this.#uses(this.#project.referencesFrom(this.#rawOf(element)));
  readonly brokenReferences: Project['brokenReferences'] = (attribute) =>
    this.#uses(this.#project.brokenReferences(attribute));
  readonly firstInAttributes: Project['firstInAttributes'] = (key) => {
    const use = this.#project.firstInAttributes(key);
    return use && this.#use(use);
  };

  /** What the project remembers was found out from what is held back here. */
  readonly remember: Project['remember'] = <T>(
    question: object,
    key: unknown,
    find: () => T,
  ): T => {
    const known = this.#answers.get(question) ?? new Map<unknown, unknown>();
    this.#answers.set(question, known);
    if (known.has(key)) return known.get(key) as T;
    const before = this.#pending;
    const found = find();
    // What was found out before all files were read is asked for again.
    if (this.#pending === before) known.set(key, found);
    return found;
  };

  readonly external: Project['external'] = (uri, reader) => {
    const reading = this.#project.external(uri, reader);
    if (reading.state === 'pending') this.#pending++;
    return reading;
  };

  /** The first source of each informant with a confidential one. */
  #namelessInformants(): ReadonlyMap<string, string> {
    if (this.#informants) return this.#informants;
    const { sources } = this.#project;
    const nameless = this.#maySee('confidential')
      ? []
      : sources.filter(({ access }) => accessNamed(access) === 'confidential');
    const informants = new Map<string, string>();
    for (const { informant } of nameless) {
      const key = informantKey(informant ?? '');
      const first = sources.find((source) => informantKey(source.informant ?? '') === key);
      if (key !== '' && first) informants.set(key, first.id);
    }
    return (this.#informants = informants);
  }

  #maySee(access: Access): boolean {
    return ACCESS_LEVELS.indexOf(access) <= ACCESS_LEVELS.indexOf(this.#include);
  }

  #keep(element: Element, shown: Element): void {
    this.#shown.set(element, shown);
    this.#raw.set(shown, element);
  }

  /** What is tagged within evidence consists of its words. */
  #keepInner(tag: Tag, evidence: Element, access: HeldBackAccess): void {
    const element = this.#project.elementOf(tag);
    // A tagged heading covers its section, whose words are not the evidence's.
    const isWords =
      evidence.tag?.source.carrier !== 'heading' || evidence.text.includes(element?.text ?? '');
    if (element?.tag === tag && isWords && !this.#shown.has(element)) {
      const onAsked = () => this.#asked.set(evidence, access);
      this.#keep(element, new InnerElement(element, access, onAsked));
    }
    for (const inner of tag.inner) this.#keepInner(inner, evidence, access);
  }

  #of<T extends Element | undefined>(element: T): T | Element {
    return element === undefined ? element : (this.#shown.get(element) ?? element);
  }

  #all(elements: readonly Element[]): readonly Element[] {
    return this.#shown.size === 0 ? elements : elements.map((element) => this.#of(element));
  }

  #rawOf(element: Element): Element {
    return this.#raw.get(element) ?? element;
  }

  #rawNode(node: Node): Node {
    return node.type === 'element' ? { type: 'element', element: this.#rawOf(node.element) } : node;
  }

  #node(node: Node): Node {
    return node.type === 'element' ? { type: 'element', element: this.#of(node.element) } : node;
  }

  #allLinks(links: readonly Link[]): readonly Link[] {
    return this.#shown.size === 0 ? links : links.map((link) => this.#link(link));
  }

  /** The same link each time. */
  #link(link: Link): Link {
    let shown = this.#links.get(link);
    if (!shown) {
      const { kind, from, to, declarations, tests } = link;
      shown = {
        kind,
        from: this.#node(from),
        to: this.#node(to),
        declarations: declarations.map(({ by, place, attribute, owner }) => ({
          by,
          place,
          ...(attribute === undefined ? {} : { attribute }),
          owner: this.#of(owner),
        })),
        tests,
      };
      this.#links.set(link, shown);
    }
    return shown;
  }

  #uses(uses: readonly ReferenceUse[]): readonly ReferenceUse[] {
    return this.#shown.size === 0 ? uses : uses.map((use) => this.#use(use));
  }

  #use(use: ReferenceUse): ReferenceUse {
    const { place, target, by, owner, attribute, reference, resolution } = use;
    return {
      place,
      target,
      by,
      ...(owner ? { owner: this.#of(owner) } : {}),
      ...(attribute ? { attribute } : {}),
      ...(reference ? { reference } : {}),
      ...(resolution
        ? {
            resolution:
              resolution.type === 'element'
                ? { type: 'element', element: this.#of(resolution.element) }
                : resolution,
          }
        : {}),
    };
  }

  /** One confidential interview is enough to leave out the name of who gave it, wherever else he is heard. */
  #ofSource(source: Source): Source {
    const { informant = '' } = source;
    const isNameless =
      accessNamed(source.access) === 'confidential' && !this.#maySee('confidential');
    const first = this.#namelessInformants().get(informantKey(informant));
    if (!isNameless && first === undefined) return source;
    let shown = this.#sources.get(source);
    if (!shown) {
      shown = withoutIdentity(source, first ?? '', isNameless);
      this.#sources.set(source, shown);
      if (informant !== '' || (source.title ?? source.role)) this.#namelessSources++;
    }
    return shown;
  }
}

/** A source of which nobody learns who speaks, nor, where the whole is confidential, what it is. */
function withoutIdentity(source: Source, first: string, isWhole: boolean): Source {
  const { id, place, idPlace, kind, party, date, period, lang, access, title } = source;
  return {
    ...(title === undefined || isWhole ? {} : { title }),
    id,
    place,
    ...(idPlace ? { idPlace } : {}),
    ...(kind === undefined ? {} : { kind }),
    ...(party === undefined ? {} : { party }),
    ...(date === undefined ? {} : { date }),
    ...(period === undefined ? {} : { period }),
    ...(lang === undefined ? {} : { lang }),
    ...(access === undefined ? {} : { access }),
    withheld: first,
  };
}
