import type { Presentation } from './present';

/** HTML around an element: what stands before and behind what it holds. */
export interface Wrapping {
  readonly before: string;
  readonly after: string;
}

/**
 * The attributes of the HTML element that shows an element. Of one that goes on in another paragraph, only the first part
 * is its anchor. The tooltip of a div would stand in the way of those in it, and is that of its label.
 */
export function attributesOf(
  { classes, id, tooltip }: Presentation,
  tag: 'span' | 'div',
  isFirst: boolean,
): [string, string][] {
  const attributes: [string, string][] = [];
  if (classes !== '') attributes.push(['class', classes]);
  if (isFirst && id !== undefined) attributes.push(['id', id]);
  if (tooltip !== '' && tag === 'span') attributes.push(['title', tooltip]);
  return attributes;
}

/** The name of the kind; '' for what is no tag. */
export function labelHtml({ kind, label }: Presentation, tooltip = ''): string {
  if (!kind) return '';
  const title = tooltip === '' ? '' : ` title="${escapeHtml(tooltip)}"`;
  return `<span class="warrant-label"${title}>${escapeHtml(label)}</span>`;
}

/** The links to what the attributes of a tag name. */
export function linksHtml({ links }: Presentation): string {
  if (links.length === 0) return '';
  const shown = links.map(({ text, href, kind, title }) => {
    const attributes = `class="warrant-link${kind ? ` warrant-${kind}` : ''}" title="${escapeHtml(title)}"`;
    return href === undefined
      ? `<span ${attributes}>${escapeHtml(text)}</span>`
      : `<a ${attributes} href="${escapeHtml(href)}">${escapeHtml(text)}</a>`;
  });
  return `<span class="warrant-links">${shown.join(' ')}</span>`;
}

/** The line above what a div or a code block holds. */
export function headHtml(presentation: Presentation): string {
  const label = labelHtml(presentation, presentation.tooltip);
  return label === '' ? '' : `<div class="warrant-head">${label}${linksHtml(presentation)}</div>\n`;
}

/** The HTML around an element where markdown-it copies what stands there. */
export function wrappingOf(presentation: Presentation, tag: 'span' | 'div'): Wrapping {
  const attributes = attributesOf(presentation, tag, true)
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join('');
  return tag === 'div'
    ? { before: `<div${attributes}>${headHtml(presentation)}`, after: '</div>' }
    : {
        before: `<span${attributes}>${labelHtml(presentation)}`,
        after: `${linksHtml(presentation)}</span>`,
      };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text as it is written in HTML, in attributes as well. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
