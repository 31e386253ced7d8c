import { attributeName, type AttributeDefinition, type Kind } from '../../model';
import type { Project } from '../../project';
import { bracesAt, htmlTagAt, type BracesAt } from './bracesAt';
import { htmlItems } from './htmlItems';
import type { CompletionList } from './item';
import { nearText } from './nearText';
import { citations, isCitation, linkTargets } from './prose';
import type { Known } from './references';
import { snippets, type Asking } from './snippets';
import { spotIn, type Spot } from './spot';
import { attributeItems, givenIn, idItems, kindItems, type Given } from './tokens';
import { valueItems } from './values';
import { yamlCompletions } from './yaml';

export type { Asking } from './snippets';

/**
 * What may be written at the caret of a manuscript, best first: between braces, as the target of a link, as a citation,
 * or a tag to be filled in. The text may be as broken as it is while it is written. Nothing in code, math, comments and
 * raw text.
 */
export function completionsAt(known: Known, asking: Asking): CompletionList | undefined {
  const { project, vantage } = known;
  const { uri, offset } = vantage;
  const document = project.file(uri)?.facts.current;
  if (!document) return undefined;
  const near = nearText(document, offset);
  const braces = bracesAt(document, near);
  if (braces) return inBraces(known, braces, asking);
  const html = htmlTagAt(document, near);
  if (html) return inHtml(known, html, asking);
  const { frontMatter } = document;
  if (frontMatter && offset <= frontMatter.range.end) {
    const { start, end } = frontMatter.contentRange;
    const yaml = { text: document.slice(start, end), start, isFrontMatter: true };
    return yamlCompletions(known, yaml) ?? citations(known, document, near);
  }
  return (
    linkTargets(known, document, near) ??
    citations(known, document, near) ??
    snippets(project, document, near, vantage, asking)
  );
}

/** Whether works may be named at a caret, so that bibliographies are worth reading. */
export function mayCite({ project, vantage: { uri, offset } }: Omit<Known, 'works'>): boolean {
  const document = project.file(uri)?.facts.current;
  if (!document) return false;
  const near = nearText(document, offset);
  if (isCitation(near)) return true;
  const braces = bracesAt(document, near) ?? htmlTagAt(document, near);
  if (!braces) return false;
  const spot = spotIn(braces);
  return (
    wanted(project, braces, spot, givenIn(braces, project))?.definition.targets?.includes(
      'citation',
    ) ?? false
  );
}

function inBraces(known: Known, braces: BracesAt, asking: Asking): CompletionList | undefined {
  const { project, vantage } = known;
  const document = project.file(vantage.uri)?.facts.current;
  if (!document) return undefined;
  const spot = spotIn(braces);
  const given = givenIn(braces, project);
  const { word } = spot;
  switch (spot.type) {
    case 'none':
      return undefined;
    case 'value': {
      const found = wanted(project, braces, spot, given);
      const { isAsked } = asking;
      return found && valueItems(known, { braces, spot, ...found, ownId: given.id, isAsked });
    }
    case 'id':
      return { items: idItems(project, document, braces, spot, given), word, isIncomplete: false };
    case 'class':
      if (given.kind) return undefined;
      return {
        items: kindItems(project, document, braces, spot, given),
        word,
        isIncomplete: false,
      };
    case 'word':
    case 'gap': {
      const hasValue = braces.near.text.charAt(word.end - braces.near.base) === '=';
      if (!given.kind) {
        // A kind has no value.
        if (hasValue) return undefined;
        const items = kindItems(project, document, braces, spot, given);
        return { items, word, isIncomplete: false };
      }
      const ids =
        given.id === undefined && !hasValue ? idItems(project, document, braces, spot, given) : [];
      const items = [...ids, ...attributeItems(project, spot, given, hasValue)];
      return { items, word, isIncomplete: false };
    }
  }
}

/** The same, in an HTML start tag. */
function inHtml(known: Known, braces: BracesAt, { isAsked }: Asking): CompletionList | undefined {
  const { project, vantage } = known;
  const document = project.file(vantage.uri)?.facts.current;
  if (!document) return undefined;
  const spot = spotIn(braces);
  const given = givenIn(braces, project);
  const own = htmlItems(project, document, braces, spot, given);
  if (own) return own;
  const found = wanted(project, braces, spot, given);
  return found && valueItems(known, { braces, spot, ...found, ownId: given.id, isAsked });
}

/** The attribute whose value is written; without a kind, that of the first kind that has it. */
function wanted(
  { vocabulary }: Project,
  { near }: BracesAt,
  { type, pair }: Spot,
  { kind }: Given,
): { readonly kind: Kind; readonly definition: AttributeDefinition } | undefined {
  if (type !== 'value' || !pair) return undefined;
  const name = attributeName(near.text.slice(pair.start, pair.keyEnd));
  for (const candidate of Object.values(vocabulary.kinds)) {
    const definition = candidate.attributes[name];
    if (definition && (kind === undefined || candidate.name === kind)) {
      return { kind: candidate.name, definition };
    }
  }
  return undefined;
}
