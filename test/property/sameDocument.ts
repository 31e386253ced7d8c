import {
  type Attributed,
  plainText,
  type SyntaxDocument,
  visibleText,
} from '../../server/src/core/syntax';
import type { LineIndex } from '../../server/src/core/text/lineIndex';
import type { TextRange } from '../../server/src/core/text/range';

/** Everything that a document says, as plain data that can be compared with what another document says. */
export function told(document: SyntaxDocument): unknown {
  return { ...toldOfMarkup(document), lines: toldOfLines(document.lines, document.length) };
}

/** What a document says, but for where its lines begin. */
export function toldOfMarkup(document: SyntaxDocument) {
  const { elements } = document;
  const places = new Map<Attributed, number>(elements.map((element, index) => [element, index]));
  const placeOf = (element: Attributed | undefined) => element && (places.get(element) ?? 'none');
  return {
    text: document.text,
    frontMatter: document.frontMatter && {
      range: at(document.frontMatter.range),
      content: at(document.frontMatter.contentRange),
    },
    elements: elements.map((element) => ({
      ...toldOfElement(element),
      parent: placeOf(element.parent),
      text: plainText(document, element),
      visible: seen(document, element.contentRange),
    })),
    headings: document.headings.map(({ level, id, text, range, sectionRange, element }) => ({
      level,
      id,
      text,
      range: at(range),
      section: at(sectionRange),
      element: placeOf(element),
    })),
    citations: document.citations.map(({ key, range, groupRange, context }) => ({
      key,
      range: at(range),
      group: at(groupRange),
      context,
    })),
    links: document.links.map(({ target, range, targetRange }) => [
      target,
      at(range),
      at(targetRange),
    ]),
    labels: document.labels.map(({ id, kind, range }) => [id, kind, at(range)]),
    comments: document.comments.map(({ text, place, range }) => [text, place, at(range)]),
    includes: document.includes.map(({ path, range, pathRange }) => [
      path,
      at(range),
      at(pathRange),
    ]),
    failures: document.failedAttributes.map((failure) => [
      failure.reason,
      failure.carrier,
      at(failure.range),
      at(failure.faultRange),
      at(failure.bracketRange),
    ]),
    leaves: document.leaves.map((leaf) => [
      leaf.kind,
      leaf.context,
      at(leaf.range),
      seen(document, leaf.range),
    ]),
    blocks: document.blocks.map(({ start, end }) => [start, end]),
  };
}

function toldOfElement(element: Attributed) {
  const { carrier, form, context, automaticId, id, classes, attributes } = element;
  return {
    kind: [carrier, form, context],
    automaticId,
    id: id && [id.value, at(id.range)],
    classes: classes.map(({ name, range }) => [name, at(range)]),
    attributes: attributes.map((token) => [
      token.key,
      token.value,
      token.quote,
      at(token.keyRange),
      at(token.valueRange),
      at(token.range),
    ]),
    range: at(element.range),
    content: at(element.contentRange),
    attributeRange: at(element.attributeRange),
  };
}

/** Every position of a text of some length, and every line. */
export function toldOfLines(lines: LineIndex, length: number): unknown {
  const positions: unknown[] = [];
  for (let offset = 0; offset <= length; offset++) {
    const position = lines.positionAt(offset);
    positions.push([position.line, position.character, lines.offsetAt(position)]);
  }
  const texts: string[] = [];
  for (let line = 0; line < lines.lineCount; line++) texts.push(lines.lineText(line));
  return { positions, texts };
}

function seen(document: SyntaxDocument, range: TextRange): unknown {
  const { text, offsets } = visibleText(document, range);
  return [text, [...offsets]];
}

function at(range: TextRange | undefined): unknown {
  return range && [range.start, range.end];
}
