import type { Block, ContentTag, Notation, Piece } from './content';

/** The front matter of a paper that stands by itself. */
export const FRONT_MATTER = `---
title: From order to habit
author: [A. Author, B. Author]
abstract: |
  Why do firms go on with what they were once made to do? We follow the members of a safety programme over nine years.
bibliography: refs.bib
warrant:
  sources:
    - { ids: i01..i40, kind: interview, informant: owner-manager }
---

`;

/** Pandoc’s Markdown with Warrant’s tags. */
export function pandocNotation(front = FRONT_MATTER): Notation {
  return { front, write };
}

/** The width at which prose is wrapped, as editors do it. */
const WIDTH = 96;

function write(block: Block): string {
  if ('heading' in block) {
    const tag = block.tag ? ` ${attributesOf(block.tag)}` : '';
    return `${'#'.repeat(block.level)} ${block.heading}${tag}\n\n`;
  }
  if ('paragraph' in block) {
    const notes = block.paragraph.flatMap((piece) =>
      typeof piece === 'object' && 'note' in piece
        ? [`[^n${piece.number}]: ${piece.note}\n\n`]
        : [],
    );
    return `${wrap(block.paragraph.map(pieceOf).join(''))}\n\n${notes.join('')}`;
  }
  if ('quotation' in block) {
    const text = `[${block.quotation}]${attributesOf(block.tag)}`;
    return `> ${wrap(text).replaceAll('\n', '\n> ')}\n\n`;
  }
  if ('items' in block) return `${block.items.map((item) => `- ${item};\n`).join('')}\n`;
  const [head = [], ...rows] = block.rows;
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  return `${line(head)}${line(head.map(() => '---'))}${rows.map(line).join('')}\n: ${block.caption}\n\n`;
}

function pieceOf(piece: Piece): string {
  if (typeof piece === 'string') return piece;
  if ('emphasis' in piece) return `*${piece.emphasis}*`;
  if ('cite' in piece) return `[@${piece.cite}, ${piece.pages}]`;
  if ('note' in piece) return `[^n${piece.number}]`;
  return `[${piece.tagged}]${attributesOf(piece.tag)}`;
}

function attributesOf({ kind, id, links, attributes }: ContentTag): string {
  const pairs = [
    ...Object.entries(links).map(([name, ids]) => [name, ids.join(' ')] as const),
    ...Object.entries(attributes),
  ];
  const values = pairs.map(
    ([name, value]) => ` ${name}=${/\W/.test(value) ? `"${value}"` : value}`,
  );
  return `{.${kind}${id === '' ? '' : ` #${id}`}${values.join('')}}`;
}

function wrap(text: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.trim().split(' ')) {
    if (line !== '' && line.length + word.length >= WIDTH) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join('\n');
}
