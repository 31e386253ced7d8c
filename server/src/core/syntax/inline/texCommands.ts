/**
 * What a command takes, as Pandoc's reader of LaTeX has it; one letter for each part:
 *
 * - `t` an argument: a group, a command or a single character; `a` the same, if there is one
 * - `b` braces with anything in them, `u` the same where `%` is no comment, `g` a group of inline text, `G` of blocks, `B` of blocks
 *   that is no inline text
 * - `o` any number of options in square or angle brackets; `m` one in square brackets that follows at once, `k` the same and
 *   the white space behind it
 * - `s` white space without a blank line, `S` any white space
 * - `c` keys of citations with their options, `C` any number of these
 * - `i` all inline text that follows
 * - `v` text between two of the same sign on one line, `V` the same on several lines
 * - `l` a command, `n` the same, also in braces, `p` a run of signs, `x` braces with anything in them, a command or a character
 * - `D` a number with a unit
 * - `r` what a command that is not known takes: options, a number with a unit, groups
 * - `R` the same with at least one group
 */
export type Signature = string;

const words = (list: string): string[] => list.split(' ');

function table(entries: Readonly<Record<string, string>>): Map<string, Signature> {
  const signatures = new Map<string, Signature>();
  for (const [signature, names] of Object.entries(entries)) {
    for (const name of words(names)) signatures.set(name, signature);
  }
  return signatures;
}

/** Commands that belong to a paragraph. */
const inline = table({
  a: 'b c d f h k r t u v G H U textogonekcentered newtie textcircled',
  t:
    'emph textbf textit textmd textnormal textrm textsc textsf textsl textsubscript textsuperscript texttt textup ' +
    'underline sout st ul uline hl passthrough nohyphens textnhtt nhttfamily pandocbounded MakeUppercase uppercase ' +
    'MakeTextUppercase MakeLowercase MakeTextLowercase lowercase autocap enquote mkbibbold mkbibbrackets mkbibemph ' +
    'mkbibitalic mkbibparens mkbibquote',
  '':
    'i j l o L O P S aa ae oe ss AA AE OE LaTeX TeX ldots dots mdots vdots copyright pounds euro today newline sim sep ' +
    'qed lq rq ps bar slash textquoteleft textquoteright textquotedblleft textquotedblright textless textgreater ' +
    'textbackslash backslash textasciicircum textasciitilde textregistered textdegree textmu guillemotleft ' +
    'guillemotright faCheck faClose bshyp fshyp dothyp colonhyp hyp hyphen adddot adddotspace addabbrvspace figurename ' +
    'prefacename refname bibname chaptername partname contentsname listfigurename listtablename indexname abstractname ' +
    'tablename pagename seename seealsoname proofname glossaryname lstlistingname',
  i: 'em it sl bf tt rm itshape slshape scshape bfseries',
  v: 'verb Verb',
  kV: 'lstinline',
  obV: 'mintinline',
  tt: 'texorpdfstring',
  ot: 'alert textgreek',
  oG: 'footnote thanks',
  m: 'footnotemark',
  mG: 'footnotetext Footnotetext',
  kb: 'includegraphics includesvg',
  u: 'url nolinkurl',
  ust: 'href',
  bt: 'hyperlink hypertarget foreignquote hyphenquote foreignlanguage',
  obt: 'textcolor colorbox',
  ob: 'num ang numlist',
  b:
    'ensuremath bibstring gls Gls glsdesc Glsdesc glspl Glspl acrlong Acrlong acrfull Acrfull acrshort Acrshort ac acf ' +
    'acs acl acp acfp acsp aclp Ac Acf Acs Acl Acp newtoggle toggletrue togglefalse',
  R: 'hyperref qty SI SIrange numrange qtyrange qtylist iftoggle',
  c:
    'cite Cite citep citealp citeal citet citealt citetext citeauthor citeyear Citeyear citeyearpar Citeyearpar ' +
    'autocite Autocite smartcite Smartcite footcite Footcite footcitetext Footcitetext parencite Parencite supercite ' +
    'Supercite textcite Textcite nocite',
  C:
    'cites Cites autocites Autocites footcites Footcites footcitetexts Footcitetexts parencites Parencites supercites ' +
    'Supercites textcites Textcites',
  r:
    'lettrine mbox hbox vbox label ref cref Cref vref autoref eqref index noindent hspace vspace newpage clearpage ' +
    'pagebreak si unit RN Rn input',
});

/** Commands that are never part of a paragraph: they end it. */
const blocks = table({
  og: 'chapter framesubtitle frametitle minisec paragraph part section subparagraph subsection subsubsection',
  ot:
    'address centerline closing date dedication extratitle frontispiece lowertitleback opening publishers subject ' +
    'subtitle titlehead uppertitleback',
  oG: 'author signature title',
  mt: 'caption',
  o: 'par item',
  ott: 'rule',
  obG: 'parbox',
  ob: 'addbibresource bibliography documentclass setdefaultlanguage setmainlanguage',
  kb: 'lstinputlisting',
  b: 'fancybreak plainbreak theoremstyle',
  bbb: 'plainfancybreak PackageError',
  bsmsbsm: 'newtheorem',
  GG: 'epigraph',
  '': 'pfbreak hrule strut raggedright endinput',
  R:
    'blockcquote blockquote foreignblockcquote foreignblockquote graphicspath hyphenblockcquote hyphenblockquote ' +
    'include inputminted subfile usepackage',
  r:
    'addcontentsline addtocontents addtocounter bibliographystyle hyperdef ignore listoffigures listoftables ' +
    'makeglossary makeindex maketitle markboth markleft markright pdfannot pdfstringdef special titleformat write',
});

/** Commands that define others: faulty ones are text. */
const definitions = table({
  nSmSmSx: 'newcommand renewcommand providecommand DeclareMathOperator DeclareRobustCommand',
  SbSmSmSxSx: 'newenvironment renewenvironment provideenvironment',
  lSx: 'let',
  lpx: 'def gdef',
  lx: 'edef xdef',
  l: 'newif',
});

/** Commands that Pandoc does not know by name, but treats otherwise than those that it does not know. */
const others = table({
  '': 'hfil hfill vfil vfill hfilneg vfilneg tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge',
  D: 'hskip vskip mskip',
});

/** Commands that belong to a paragraph, but are blocks where one may begin. */
const blocksAlso = table({
  r: 'hspace vspace newpage clearpage pagebreak input',
  b: 'newtoggle toggletrue togglefalse',
  bG: 'hypertarget',
  obB: 'textcolor colorbox',
});

const mathEnvironments = new Set(
  words(
    'displaymath math equation gather multline eqnarray align alignat flalign dmath dgroup darray subequations',
  ),
);

/** What a command takes in a paragraph; undefined where it cannot be part of one. */
export function inlineSignature(command: string): Signature | undefined {
  const known = definitions.get(command) ?? inline.get(command);
  if (known !== undefined || blocks.has(command) || isDelimiter(command)) return known;
  return others.get(command) ?? 'r';
}

/** What a command takes that is always a block where one may begin; undefined for others. */
export function blockSignature(command: string): Signature | undefined {
  return blocks.get(command) ?? blocksAlso.get(command) ?? definitions.get(command);
}

/** What a command takes that is a block where nothing but such commands stands on its line; undefined for others. */
export function loneSignature(command: string): Signature | undefined {
  const isKnown = inline.has(command) || blocks.has(command) || definitions.has(command);
  if (isKnown || isDelimiter(command)) return undefined;
  return others.get(command) ?? 'r';
}

function isDelimiter(command: string): boolean {
  return command === 'begin' || command === 'end' || command === 'and';
}

// Longer than the name of any math environment.
const longestMathName = 20;

/** Whether the environment that `\begin{` opens at an offset is math, which is part of a paragraph. */
export function isMathEnvironment(text: string, at: number): boolean {
  const open = at + '\\begin{'.length;
  const name = text.slice(open, open + longestMathName).split('}', 1)[0] ?? '';
  return mathEnvironments.has(name.endsWith('*') ? name.slice(0, -1) : name);
}
