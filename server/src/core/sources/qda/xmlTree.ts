import { SaxesParser } from 'saxes';
import type { Steps } from '../../steps';

/** An element of an XML document. */
export interface XmlElement {
  /** The local name: programs differ in namespaces and prefixes. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly children: readonly XmlElement[];
  /** The text directly in it. */
  readonly text: string;
}

/** An XML document. */
export interface XmlTree {
  readonly root: XmlElement;
  /** Characters and entities that XML forbids; what they stand in was read all the same. */
  readonly slips: readonly string[];
}

/** No QDA program nests deeper; codebooks have ten levels or so. */
const MAX_DEPTH = 200;

/** The most elements of one document. */
const MAX_ELEMENTS = 3_000_000;

interface Growing extends XmlElement {
  readonly children: Growing[];
  text: string;
}

/**
 * Reads an XML document. A document type is refused, since entities declared in one can grow without end or point to other
 * files, and no QDA program writes one. Throws an Error that names the line where the document breaks.
 */
export function* readXml(text: string): Steps<XmlTree> {
  const parser = new SaxesParser();
  const slips: string[] = [];
  const open: Growing[] = [];
  let root: Growing | undefined;
  let count = 0;
  parser.on('error', (error) => {
    if (!isSlip(error.message)) throw broken(parser.line, error.message);
    if (slips.length < MAX_SLIPS)
      slips.push(`line ${String(parser.line)}: ${reason(error.message)}`);
  });
  parser.on('doctype', () => {
    throw new Error('it declares a document type (DOCTYPE), which is refused');
  });
  parser.on('opentag', (tag) => {
    if (++count > MAX_ELEMENTS) throw new Error('it has too many elements');
    if (open.length >= MAX_DEPTH) throw new Error('its elements are nested too deeply');
    const element: Growing = {
      name: localName(tag.name),
      attributes: tag.attributes,
      children: [],
      text: '',
    };
    open[open.length - 1]?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const addText = (data: string): void => {
    const element = open[open.length - 1];
    if (element) element.text += data;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  for (let start = 0; start < text.length; start += CHUNK) {
    parser.write(text.slice(start, start + CHUNK));
    yield;
  }
  parser.close();
  if (!root) throw new Error('it is empty');
  return { root, slips };
}

/** The parser holds a chunk and its rest as one text; one is read in some milliseconds. */
const CHUNK = 1 << 16;

const MAX_SLIPS = 5;

/** Whether the document can be read in spite of it. */
function isSlip(message: string): boolean {
  return /disallowed character|undefined entity|character (entity|reference)/.test(message);
}

function broken(line: number, message: string): Error {
  return new Error(`its XML breaks in line ${String(line)}: ${reason(message)}`);
}

/** What the parser says, without its place and its full stop. */
function reason(message: string): string {
  return message.replace(/^(?:[^:]*:)?\d+:\d+: /, '').replace(/\.$/, '');
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The children of an element with one of some names. */
export function childrenOf(element: XmlElement | undefined, ...names: string[]): XmlElement[] {
  return element?.children.filter(({ name }) => names.includes(name)) ?? [];
}

/** The first child of an element with a name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** An attribute that is not empty. */
export function attributeIn(element: XmlElement, name: string): string | undefined {
  const value = element.attributes[name]?.trim();
  return value === '' ? undefined : value;
}

/** The text in the first child of a name, unless it is blank. */
export function textIn(element: XmlElement, name: string): string | undefined {
  const text = childOf(element, name)?.text.trim();
  return text === '' ? undefined : text;
}
