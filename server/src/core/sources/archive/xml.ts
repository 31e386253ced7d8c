import { SaxesParser } from 'saxes';
import { decodeText } from '../../project/decode';

/** How deep elements may lie in each other: documents of real programs stay far below. */
const MAX_DEPTH = 1000;

/** An element as it opens; names are local (`w:p` is `p`), since programs differ in their prefixes and namespaces. */
export interface XmlElement {
  readonly name: string;
  /** The value of the attribute with a local name. */
  attribute: (name: string) => string | undefined;
}

/** What a reader of XML is told, in the order of the document. */
export interface XmlHandler {
  open(element: XmlElement): void;
  /** Text and CDATA, character references resolved; may come in parts. */
  text?(text: string): void;
  close(name: string): void;
}

/**
 * Reads an XML document (XML 1.0). Nothing outside is ever looked up, and no entity is expanded but the five of XML itself.
 * @param what what the document is called in messages, such as `word/document.xml`
 * @throws {Error} with the line, where it is not well-formed, has a document type declaration (which declares entities), or
 *   is nested deeper than any real document
 */
export function readXml(bytes: Uint8Array, what: string, handler: XmlHandler): void {
  const parser = new SaxesParser();
  const fail = (message: string): never => {
    throw new Error(`${what}, line ${parser.line}: ${message}`);
  };
  let depth = 0;
  parser.on('error', ({ message }) => fail(message.replace(/^\d+:\d+: /, '')));
  parser.on('doctype', () =>
    fail('a document type declaration is refused, since it may declare entities'),
  );
  parser.on('opentag', ({ name, attributes }) => {
    depth++;
    if (depth > MAX_DEPTH) fail(`elements lie more than ${MAX_DEPTH} deep in each other`);
    handler.open({ name: localName(name), attribute: (wanted) => attributeOf(attributes, wanted) });
  });
  parser.on('text', (text) => handler.text?.(text));
  parser.on('cdata', (text) => handler.text?.(text));
  parser.on('closetag', ({ name }) => {
    depth--;
    handler.close(localName(name));
  });
  parser.write(decodeText(bytes).text).close();
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function attributeOf(
  attributes: Readonly<Record<string, string>>,
  wanted: string,
): string | undefined {
  for (const [name, value] of Object.entries(attributes)) {
    if (localName(name) === wanted) return value;
  }
  return undefined;
}
