import type { Block, ContentTag, Notation, Piece } from './content';

/**
 * The same paper in Argdown (https://argdown.org/syntax): tagged claims, evidence and definitions become titled
 * statements, mechanisms and steps become arguments, links become relations, and all other prose stays prose.
 */
export const argdownNotation: Notation = {
  front: '===\ntitle: From order to habit\n===\n\n',
  write,
};

/** How the target of a link is related to the tag that declares it. */
const RELATIONS: Readonly<Record<string, string>> = {
  evidence: '+',
  from: '+',
  mechanism: '+>',
  of: '+>',
  supports: '+>',
  ref: '+',
};

function write(block: Block): string {
  if ('heading' in block) {
    const heading = `${'#'.repeat(block.level)} ${block.heading}\n\n`;
    return block.tag ? heading + statement(block.tag, block.heading) : heading;
  }
  if ('paragraph' in block) return paragraph(block.paragraph);
  if ('quotation' in block) return statement(block.tag, block.quotation);
  if ('items' in block) return `${block.items.map((item) => `* ${item};\n`).join('')}\n`;
  return `${[...block.rows.map((cells) => `${cells.join(', ')}.`), block.caption].join('\n')}\n\n`;
}

/** A tag stands by itself: the paragraph goes on behind it. */
function paragraph(pieces: readonly Piece[]): string {
  let result = '';
  let prose = '';
  const end = () => {
    if (/\w/.test(prose)) result += `${prose.trim()}\n\n`;
    prose = '';
  };
  for (const piece of pieces) {
    if (typeof piece === 'string') prose += piece;
    else if ('emphasis' in piece) prose += `*${piece.emphasis}*`;
    else if ('cite' in piece) prose += `(${piece.cite}, ${piece.pages})`;
    else if ('note' in piece) prose += ` (${piece.note})`;
    else {
      end();
      result += statement(piece.tag, piece.tagged);
    }
  }
  end();
  return result;
}

function statement(tag: ContentTag, text: string): string {
  const links = Object.entries(tag.links).flatMap(([name, ids]) =>
    ids.map((id) => `  ${RELATIONS[name] ?? '+'} ${titleOf(id)}\n`),
  );
  const details = Object.values(tag.attributes).map((value) => ` ${value}.`);
  const title = tag.id === '' ? '' : `${titleOf(tag.id)}: `;
  return `${title}${text}.${details.join('')}\n${links.join('')}\n`;
}

/** Statements stand in brackets, arguments in angle brackets. */
function titleOf(id: string): string {
  return /(^|\W|\d)[ms]-\d/.test(id) ? `<${id}>` : `[${id}]`;
}
