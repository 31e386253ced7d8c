import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { SOURCE_TEXT } from '../../../../server/src/core/sources/texts';
import {
  wordDocument,
  wordParagraph as p,
  wordPart,
  wordRun as r,
} from '../../../tools/wordDocument';
import { pandocBytes } from '../../../tools/pandoc';

function read(bytes: Uint8Array) {
  return SOURCE_TEXT.read(bytes, 'file:///data/interview.docx');
}

const RELS = 'word/_rels/document.xml.rels';

describe('a document that Pandoc wrote', () => {
  it('has its paragraphs, tables, line breaks and notes, and its speakers', async () => {
    const bytes = await pandocBytes(
      `# Interview 4

**INT:** Why did you *stay*?

**Anna de Vries:** Nobody asked\\
us to go.^[She laughs.] It was “our” site -- and 3 < 4 & so on.

**INT:** And then?

**Anna de Vries:** We stayed.

| Year | Firms |
|------|------:|
| 2019 | 41    |
`,
      { to: 'docx' },
    );
    const source = read(bytes);
    expect(source.text).toBe(
      'Interview 4\nINT: Why did you stay?\nAnna de Vries: Nobody asked\nus to go. It was “our” site – and 3 < 4 & so on.\nINT: And then?\nAnna de Vries: We stayed.\nYear\tFirms\n2019\t41\n She laughs.',
    );
    expect(source.turns.map(({ speaker }) => speaker)).toEqual([
      'INT',
      'Anna de Vries',
      'INT',
      'Anna de Vries',
    ]);
    expect(source.placeOf(source.text.indexOf('And then'))).toBe('para. 4');
    const range = source.rangeOf('para. 4');
    expect(range && source.text.slice(range.start, range.end)).toBe('INT: And then?\n');
  });
});

describe('a document of Word', () => {
  it('keeps what is inserted and leaves out what is deleted, moved away, hidden or a comment', () => {
    const source = read(
      wordDocument(
        p(
          r('We did '),
          '<w:del w:id="1" w:author="A"><w:r><w:delText>not </w:delText></w:r></w:del>',
          '<w:ins w:id="2" w:author="A"><w:r><w:t>always </w:t></w:r></w:ins>',
          '<w:commentRangeStart w:id="0"/>',
          r('agree'),
          '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
          '<w:moveFrom w:id="3"><w:r><w:t> then</w:t></w:r></w:moveFrom>',
          '<w:r><w:rPr><w:vanish/></w:rPr><w:t> secretly</w:t></w:r>',
          '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>.</w:t></w:r>',
        ),
        {
          'word/comments.xml': wordPart(
            'comments',
            `<w:comment w:id="0">${p(r('Really?'))}</w:comment>`,
          ),
        },
      ),
    );
    expect(source.text).toBe('We did always agree.');
  });

  it('joins paragraphs whose break is deleted, and leaves out deleted rows', () => {
    const mark = '<w:pPr><w:rPr><w:del w:id="1" w:author="A"/></w:rPr></w:pPr>';
    const row = (text: string, properties = '') =>
      `<w:tr>${properties}<w:tc>${p(r(text))}</w:tc><w:tc>${p(r('x'))}${p(r('y'))}</w:tc></w:tr>`;
    const source = read(
      wordDocument(
        p(mark, r('One and ')) +
          p(r('two.')) +
          `<w:tbl>${row('kept')}${row('gone', '<w:trPr><w:del w:id="2" w:author="A"/></w:trPr>')}</w:tbl>` +
          p(r('Last.')),
      ),
    );
    expect(source.text).toBe('One and two.\nkept\tx\ny\nLast.');
  });

  it('reads tabs, breaks, special hyphens, fields and text boxes once', () => {
    const source = read(
      wordDocument(
        p(
          '<w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr>',
          '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>',
          '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>',
          r('7'),
          '<w:r><mc:AlternateContent><mc:Choice Requires="wps">',
          `<w:txbxContent>${p(r('box'))}</w:txbxContent>`,
          `</mc:Choice><mc:Fallback><w:txbxContent>${p(r('box'))}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>`,
        ),
      ),
    );
    expect(source.text.split('\n').sort()).toEqual(['a\tb', 'box', 'c\u2011d7']);
  });

  it('says pages as Word laid them out', () => {
    const turned = '<w:r><w:lastRenderedPageBreak/><w:t>Second page.</w:t></w:r>';
    const source = read(wordDocument(p(r('First page. '), turned) + p(r('More.'))));
    expect(source.placeOf(0)).toBe('p. 1');
    expect(source.placeOf(source.text.indexOf('Second'))).toBe('p. 2');
    expect(source.placeOf(source.text.indexOf('More'))).toBe('p. 2');
  });

  it('takes bold type at the beginning of paragraphs for the name of a speaker', () => {
    const turn = (name: string, words: string) => p(r(`${name} `, true), r(words));
    const source = read(
      wordDocument(
        turn('Dana', 'Why?') + turn('Henk', 'So.') + turn('Dana', 'Oh?') + turn('Henk', 'Yes.'),
      ),
    );
    expect(source.turns.map(({ speaker }) => speaker)).toEqual(['Dana', 'Henk', 'Dana', 'Henk']);
  });

  it('reads a transcript of Teams: name and time, then the words after a line break', () => {
    const turn = (name: string, time: string, words: string) =>
      p(r(name, true), r(`   ${time}`), '<w:r><w:br/></w:r>', r(words));
    const source = read(
      wordDocument(
        turn('Anna de Vries', '0:03', 'Why?') +
          turn('Henk Smit', '1:09', 'So it was.') +
          turn('Anna de Vries', '1:12', 'Oh?'),
      ),
    );
    expect(
      source.turns.map(({ speaker, speech }) => [
        speaker,
        source.text.slice(speech.start, speech.end),
      ]),
    ).toEqual([
      ['Anna de Vries', 'Why?'],
      ['Henk Smit', 'So it was.'],
      ['Anna de Vries', 'Oh?'],
    ]);
    expect(source.placeOf(source.text.indexOf('So it'))).toBe('min 1');
  });

  it('reads notes but not the lines above them', () => {
    const notes = `<w:footnote w:type="separator" w:id="-1">${p('<w:r><w:separator/></w:r>', r('----'))}</w:footnote><w:footnote w:id="2">${p(r('A note.'))}</w:footnote>`;
    const source = read(
      wordDocument(p(r('Words'), '<w:r><w:footnoteReference w:id="2"/></w:r>', r('.')), {
        'word/footnotes.xml': wordPart('footnotes', notes),
        [RELS]: '<Relationships/>',
      }),
    );
    expect(source.text).toBe('Words.\nA note.');
  });

  it('finds the main part by the archive’s relationships, as in strict documents', () => {
    const source = read(
      wordDocument(p(r('wrong')), {
        '_rels/.rels':
          '<Relationships><Relationship Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>',
        'word/document2.xml': wordPart('document', `<w:body>${p(r('right'))}</w:body>`),
      }),
    );
    expect(source.text).toBe('right');
  });
});

describe('what is no harmless document', () => {
  const fine = wordDocument(p(r('Words.')));

  it.each<[string, Uint8Array, RegExp]>([
    ['text that is called .docx', strToU8('Just words.'), /zip archive/],
    ['a file cut short', fine.slice(0, fine.length / 2), /damaged|cut/],
    ['another archive', zipSync({ 'a.txt': strToU8('a') }), /no Word document/],
    [
      'OpenDocument',
      zipSync({
        mimetype: strToU8('application/vnd.oasis.opendocument.text'),
        'content.xml': strToU8('<a/>'),
      }),
      /OpenDocument/,
    ],
    ['a path outside', wordDocument(p(r('a')), { '../evil.xml': '<a/>' }), /outside/],
    [
      'broken XML',
      wordDocument(p(r('a')), { 'word/document.xml': '<w:document><w:body>' }),
      /document\.xml, line/,
    ],
    [
      'entities',
      wordDocument('', {
        'word/document.xml': `<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${wordPart('document', '<w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body>').replace(/^<\?.*\?>\n/, '')}`,
      }),
      /document type declaration/,
    ],
    [
      'elements without end',
      wordDocument('<w:sdt>'.repeat(5000) + '</w:sdt>'.repeat(5000)),
      /deep/,
    ],
    ['PDF', strToU8('%PDF-1.7 …'), /PDF cannot be read here; save it as text/],
    ['RTF', strToU8('{\\rtf1 …}'), /RTF/],
    ['old Word', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), /old \.doc/],
  ])('refuses %s', (_, bytes, message) => {
    expect(() => read(bytes)).toThrow(message);
  });

  it('refuses an archive that unpacks to more than any document', () => {
    const bomb = wordDocument('', { 'word/document.xml': new Uint8Array(65 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(() => read(bomb)).toThrow(/large|more than/);
  });

  it('survives any one byte that is changed', () => {
    for (let at = 0; at < fine.length; at += 7) {
      const broken = fine.slice();
      broken[at] = (broken[at] ?? 0) ^ 0xff;
      try {
        expect(read(broken).text.length).toBeLessThan(100);
      } catch (error) {
        expect(error).toBeInstanceOf(Error);
        expect((error as Error).message).not.toBe('');
      }
    }
  });
});
