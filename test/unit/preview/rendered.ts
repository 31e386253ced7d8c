import MarkdownIt from 'markdown-it';
import MarkdownIt12 from 'markdown-it-12';
import {
  tagPreview,
  type PreviewHost,
  type ProjectView,
} from '../../../client/src/preview/tagPreview';
import { elementsIn, readHtml, textOf, type HtmlElement } from '../../tools/html';

/** The releases of markdown-it that VS Code's preview is made of, by their number. */
export const RELEASES: ReadonlyMap<string, typeof MarkdownIt> = new Map([
  ['14', MarkdownIt],
  ['12', MarkdownIt12],
]);

/** A preview as VS Code sets it up, without what VS Code adds itself. */
export function previewOf(release = '14', host: Partial<PreviewHost> = {}): MarkdownIt {
  const full: PreviewHost = { isEnabled: () => true, projectOf: () => undefined, ...host };
  return tagPreview(plainPreview(release), full);
}

/** The same without tags. */
export function plainPreview(release = '14'): MarkdownIt {
  const Release = RELEASES.get(release) ?? MarkdownIt;
  const md = new Release({ html: true, linkify: true });
  md.linkify.set({ fuzzyLink: false });
  return md;
}

/** What a project says of every text. */
export function inProject(view: Partial<ProjectView>): Pick<PreviewHost, 'projectOf'> {
  return { projectOf: () => ({ takesPart: true, kinds: undefined, ...view }) };
}

/** A rendered text. */
export class Rendered {
  readonly root: HtmlElement;

  constructor(text: string, md = previewOf()) {
    this.root = readHtml(md.render(text, {}));
  }

  /** The words of the manuscript, white space folded. */
  get words(): string {
    return fold(textOf(this.root, isAdded));
  }

  /** The elements that show tags: their classes beside `warrant`, their id and their words. */
  get tags(): string[] {
    return this.all('warrant').map((element) => {
      const { class: classes = '', id } = element.attributes;
      const kind = /warrant-(\w+) warrant-on/.exec(classes)?.[1] ?? '';
      return `${element.tag} ${kind}${id === undefined ? '' : `#${id}`}: ${fold(textOf(element, isAdded))}`;
    });
  }

  get labels(): string[] {
    return this.all('warrant-label').map((element) => textOf(element));
  }

  /** The links behind tags, with where they lead. */
  get links(): string[] {
    return this.all('warrant-link').map((element) => {
      const href = element.attributes['href'];
      return `${textOf(element)}${href === undefined ? '' : ` (${href})`}`;
    });
  }

  /** The tooltip of the element with an id. */
  tooltip(id: string): string | undefined {
    const element = [...elementsIn(this.root)].find(({ attributes }) => attributes['id'] === id);
    return element?.attributes['title'] ?? (element && titleOfLabel(element));
  }

  all(name: string): HtmlElement[] {
    return [...elementsIn(this.root)].filter((element) => has(element, name));
  }
}

function titleOfLabel(element: HtmlElement): string | undefined {
  const label = [...elementsIn(element)].find((inner) => has(inner, 'warrant-label'));
  return label?.attributes['title'];
}

/** Whether an element is not of the manuscript. */
export function isAdded(element: HtmlElement): boolean {
  return has(element, 'warrant-label') || has(element, 'warrant-links');
}

function has({ attributes }: HtmlElement, name: string): boolean {
  return (attributes['class'] ?? '').split(' ').includes(name);
}

export function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
