import { version } from '../../../package.json';

/** The version of this package. */
export const VERSION: string = version;

/** What `warrant --help` prints. */
export const HELP = `warrant ${VERSION}: check that every claim of a manuscript rests on what it says it rests on

Usage
  warrant check  [PATH…] [--format text|json] [--stage draft|submission] [--max-warnings N]
  warrant syntax FILE… [--format json]
  warrant outline [PATH…] [--view mechanisms|claims|constructs|sources] [--group …] [--sort …]
                  [--show …] [--text WORDS] [--format text|markdown|json] [--output FILE]
  warrant map    [PATH…] [--format svg|mermaid|dot|json] [--focus ID] [--evidence] [--claims]
                 [--output FILE]
  warrant data-structure [PATH…] [--of ID] [--output FILE]
  warrant matrix [PATH…] [--columns evidence|sources|tests] [--rows claims|mechanisms|all]
                 [--group …] [--sort …] [--format text|csv|markdown|html|json] [--output FILE]
  warrant table proof-quotes|sources|informants|triangulation|propositions [PATH…]
                [--format markdown|csv] [--output FILE]
  warrant qda FILE… [--manuscript PATH] [--format text|json] [--output FILE]
  warrant quotations [PATH…] [--format text|json] [--output FILE]
  warrant lsp --stdio

All commands that draw or list a manuscript or its QDA files hold back the words of evidence that is
restricted or confidential, and say so; --include restricted|confidential shows them. They write nothing where
a name of the list of pseudonyms would be in it; --allow-real-names does.

PATH is a Markdown, Quarto or R Markdown file, a folder or a pattern such as "chapters/*.md";
without one, the current folder. A folder means its Markdown files, less those that .gitignore leaves
out. - is standard input; --stdin-filename says which file it stands for. What is no Markdown, by its
name or by how it begins, is left out with a message; where nothing else is named, the command fails.

check    reports findings; the whole project of a file is read, the file is reported
  --format text|json         text is for people, json for programs (default: text)
  --stage draft|submission   overrides the stage of the project
  --max-warnings N           more than N warnings count as failure
  --no-color                 never colour the output (colour is used only on a terminal)
syntax   prints every attributed element and citation that Pandoc would see, with offsets
outline  prints what a view of the editor shows, as a tree (default: --view mechanisms)
  mechanisms: --group mechanism|step|file           --sort order|text|name
              --show all|unsupported|contested|todo
  claims:     --group section|type|status           --sort text|name|support
              --show all|unsupported|contested|gaps
  constructs: --group hierarchy|tier|section|none   --sort text|name|uses
              --show all|undefined|unused|drifting
  sources:    --group kind|party|informant|none     --sort text|name|uses
              --show all|used|unused
  --text WORDS               only what has these words in it, or this #id
  --output FILE              where to write it (default: standard output)
  The marks of the text: ✓ holds, ✗ failed, ! something is missing, ~ contested, ? admitted gap,
  ○ not used
map      draws triggers, mechanisms, their steps in phase lanes, outcomes, constructs and propositions
  --format svg|mermaid|dot|json   a figure, or what Mermaid, Graphviz or a program reads (default: svg)
  --focus ID                      only the mechanism that this element has to do with
  --evidence                      with the evidence for and against, and process-tracing tests
  --claims                        with the claims that report a mechanism, and its rivals
  --output FILE                   where to write it (default: standard output)
data-structure   draws concepts, themes and dimensions as a figure, in SVG
  --of ID                    only this construct and what belongs to it
  --output FILE              where to write it (default: standard output)
matrix   shows which claims of a manuscript rest on which evidence, sources or process-tracing tests
  --rows claims|mechanisms|all                      mechanisms with their steps (default: claims)
  --group none|section|type|status                  puts rows together (default: none)
  --sort text|name|weakest|strongest                order of the rows (default: text)
  --sort-columns text|name|kind|uses                order of the columns (default: text)
  --show all|linked|unsupported|thin|contested      which rows (default: all)
  --hide-empty                                      leaves out columns without a mark
  --output FILE                                     where to write it (default: standard output)
table    prints a table that is made from the tags
  --format markdown|csv      for the manuscript, or for a spreadsheet (default: markdown)
  --output FILE              where to write it (default: standard output)
qda      lists what QDA projects (.qdpx), codebooks (.qdc) and tables of codings (.csv, .tsv) hold
  --format text|json         sources, codes and coded passages, with what could not be read (default: text)
  --manuscript PATH          whose sources say who may read them (default: the one that has the file under qda:)
  --output FILE              where to write it (default: standard output)
quotations   looks up each quotation in the file of its source, and sums up
  --format text|json         text is for people, json for programs (default: text)
  --output FILE              where to write it (default: standard output)
lsp      runs the language server, for any editor

Exit codes: 0 clean, 1 findings at or above error (or over --max-warnings), 2 could not run
`;
