/** A file of BibTeX with a number of entries such as reference managers write, abstracts included; the same each time. */
export function bibtex(entries: number): string {
  return Array.from({ length: entries }, (_, index) => entry(index)).join('\n');
}

/** The key of an entry of {@link bibtex}. */
export function keyOf(index: number): string {
  return `author${1950 + (index % 75)}word${index}`;
}

function entry(index: number): string {
  return `@article{${keyOf(index)},
  title = {On the Many Ways to Put a {Title} to What Was Found: The Case of Number ${index}},
  author = {M{\\"u}ller, Anna B. and Van de Ven, Carl and Ng, Dana},
  year = {${1950 + (index % 75)}},
  journal = {Journal of Studies},
  volume = {${index % 60}},
  number = {${index % 4}},
  pages = {${index}--${index + 20}},
  doi = {10.1000/xyz.${index}},
  abstract = {We ask how many entries a bibliography may have before anybody who writes would feel it. Over ${index} years, people have put into theirs whatever they met, and have never thrown anything away. What they cite is a small part of it.}
}
`;
}
