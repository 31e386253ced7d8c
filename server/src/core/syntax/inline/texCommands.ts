const words = (list: string): string[] => list.split(' ');

/** Commands that Pandoc knows to take one argument, a group or a single character: accents and fonts. */
const oneArgument = new Set(
  words(
    'b c d f h k r t u v G H U emph textbf textit textmd textnormal textrm textsc textsf textsl textsubscript ' +
      'textsuperscript texttt textup underline mbox hbox sout',
  ),
);

/** Inline commands that Pandoc knows to take no argument: letters, signs, logos and names. */
const signs = new Set(
  words(
    'i j l o L O P S aa ae oe ss AA AE OE LaTeX TeX ldots dots mdots vdots copyright pounds euro today newline sim ' +
      'sep qed lq rq ps bar slash textquoteleft textquoteright textquotedblleft textquotedblright textless ' +
      'textgreater textbackslash backslash textasciicircum textasciitilde textregistered textdegree textmu ' +
      'guillemotleft faCheck faClose bshyp fshyp dothyp colonhyp hyp hyphen adddot figurename prefacename refname ' +
      'bibname chaptername partname contentsname listfigurename listtablename indexname abstractname tablename ' +
      'pagename seename seealsoname proofname glossaryname lstlistingname',
  ),
);

/** Commands that Pandoc knows to take no argument and that may stand alone: glue, rules and sizes. */
const settings = new Set(
  words(
    'hfill vfill strut hrule raggedright tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge',
  ),
);

/** Other commands that belong to a paragraph and need no group in braces. */
const otherInline = new Set(
  words(
    'lettrine footnotemark lstinline verb Verb mintinline em sc it bf tt rm sl itshape bfseries scshape slshape ' +
      'xspace noindent textogonekcentered newtie textcircled RN Rn and si texorpdfstring unit MakeLowercase ' +
      'MakeTextLowercase MakeTextUppercase MakeUppercase alert autocap enquote hl lowercase mkbibbold mkbibbrackets ' +
      'mkbibemph mkbibitalic mkbibparens mkbibquote passthrough st textgreek ul uline uppercase Cref Footnotetext ' +
      'autoref cref eqref index label ref vbox vref',
  ),
);

/** Commands that belong to a paragraph, but only with a group in braces; without one they are text. */
const grouped = new Set(
  words(
    'ensuremath footnote footnotetext includegraphics includesvg url nolinkurl href hyperlink hyperref textcolor ' +
      'colorbox num qty SI SIrange ang numlist numrange qtyrange qtylist foreignquote hyphenquote foreignlanguage ' +
      'thanks gls Gls glsdesc Glsdesc glspl Glspl acrlong Acrlong acrfull Acrfull acrshort Acrshort ac acf acs acl acp ' +
      'acfp acsp aclp Ac Acf Acs Acl Acp bibstring iftoggle',
  ),
);

/** The like for citations, whose groups hold keys. */
const citations = new Set(
  words(
    'cite Cite cites Cites citep citealp citeal citet citealt ' +
      'citetext citeauthor citeyear Citeyear citeyearpar Citeyearpar autocite Autocite autocites Autocites smartcite ' +
      'Smartcite footcite Footcite footcites Footcites footcitetext Footcitetext parencite Parencite parencites ' +
      'Parencites supercite Supercite supercites Supercites textcite Textcite textcites Textcites nocite',
  ),
);

/** Commands that are never part of a paragraph: they end it. They need a group in braces. */
const groupedBlocks = new Set(
  words(
    'PackageError addbibresource address author bibliography blockcquote blockquote caption centerline chapter closing ' +
      'date dedication documentclass epigraph extratitle fancybreak foreignblockcquote foreignblockquote framesubtitle ' +
      'frametitle frontispiece graphicspath hyphenblockcquote hyphenblockquote include inputminted lowertitleback ' +
      'lstinputlisting minisec opening paragraph parbox part plainbreak plainfancybreak publishers section ' +
      'setdefaultlanguage setmainlanguage signature subfile subject subparagraph subsection subsubsection subtitle ' +
      'theoremstyle title titlehead uppertitleback usepackage',
  ),
);

/** The like, without a group. */
const otherBlocks = new Set(
  words(
    'addcontentsline addtocontents addtocounter bibliographystyle endinput hrule hyperdef ignore item listoffigures ' +
      'listoftables makeglossary makeindex maketitle markboth markleft markright newtheorem par pdfannot pdfstringdef ' +
      'pfbreak raggedright rule special strut titleformat write',
  ),
);

/** Blocks that take nothing but options. */
const optional = new Set(words('par item'));

/** Commands whose optional arguments stand between the required ones. */
const definitions = new Set(
  words(
    'newtheorem newcommand renewcommand providecommand DeclareRobustCommand newenvironment renewenvironment',
  ),
);

const mathEnvironments = new Set(
  words(
    'displaymath math equation gather multline eqnarray align alignat flalign dmath dgroup darray subequations',
  ),
);

/** How Pandoc's TeX reader takes the arguments of a command. */
export function argumentsOf(command: string): 'one' | 'none' | 'options' | 'definition' | 'all' {
  if (oneArgument.has(command)) return 'one';
  if (signs.has(command) || settings.has(command)) return 'none';
  if (optional.has(command)) return 'options';
  return definitions.has(command) ? 'definition' : 'all';
}

/** Whether Pandoc reads a command as part of a paragraph, even where it stands alone on a line. */
export function isInlineCommand(command: string): boolean {
  return (
    oneArgument.has(command) ||
    signs.has(command) ||
    otherInline.has(command) ||
    grouped.has(command) ||
    citations.has(command)
  );
}

/** Whether a command without a group in braces is text. */
export function needsGroup(command: string): boolean {
  return (
    grouped.has(command) ||
    citations.has(command) ||
    definitions.has(command) ||
    groupedBlocks.has(command)
  );
}

const noKey = /[^\p{L}\p{N}\s,{}.:;?!`'()/*@_+=\-&[\]]/u;

/** Whether a command with such groups is no citation after all, for there is more in them than keys; it is text then. */
export function isBrokenCitation(command: string, groups: string): boolean {
  return citations.has(command) && noKey.test(groups);
}

/** Whether a command ends the paragraph in which it stands. */
export function isBlockCommand(command: string): boolean {
  return groupedBlocks.has(command) || otherBlocks.has(command);
}

// Longer than the name of any math environment.
const longestMathName = 20;

/** Whether the environment that `\begin{` opens at an offset is math, which is part of a paragraph. */
export function isMathEnvironment(text: string, at: number): boolean {
  const open = at + '\\begin{'.length;
  const name = text.slice(open, open + longestMathName).split('}', 1)[0] ?? '';
  return mathEnvironments.has(name.endsWith('*') ? name.slice(0, -1) : name);
}
