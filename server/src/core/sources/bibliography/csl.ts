import { asMap, asTexts, type YamlValue } from '../../config';
import { bareDoi } from './doi';
import { workWith, type Name, type Work } from './work';

/** What an item of CSL JSON or CSL YAML says of a work (CSL-JSON schema 1.0.2). */
export function workOfCsl(key: string, item: YamlValue | undefined): Work {
  const fields = asMap(item);
  const text = (...names: readonly string[]): string | undefined => {
    for (const name of names) {
      const value = plain(fields[name]);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const authors = namesIn(fields['author']);
  const isEdited = authors.length === 0;
  const names = isEdited ? namesIn(fields['editor']) : authors;
  return workWith({
    key,
    type: text('type') ?? '',
    names,
    isEdited,
    year: yearOf(fields['issued']),
    title: text('title'),
    container: text('container-title', 'collection-title'),
    volume: text('volume'),
    issue: text('issue'),
    pages: text('page'),
    publisher: text('publisher'),
    doi: bareDoi(text('DOI', 'doi')),
    url: text('URL', 'url'),
  });
}

/** A value as text, without the HTML and Markdown by which CSL sets type. */
function plain(value: YamlValue | undefined): string | undefined {
  const [first] = asTexts(value);
  const text = first
    ?.replace(/<\/?(?:i|b|sub|sup|span|sc)\b[^>]*>/gi, '')
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' ? undefined : text;
}

function namesIn(value: YamlValue | undefined): Name[] {
  const people = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return people.flatMap((person): Name[] => {
    if (typeof person === 'string') return [{ family: person }];
    const { family, given, literal, ...particles } = asMap(person);
    if (typeof family !== 'string') {
      return typeof literal === 'string' ? [{ family: literal }] : [];
    }
    const particle = particles['non-dropping-particle'] ?? particles['dropping-particle'];
    const whole = typeof particle === 'string' ? `${particle} ${family}` : family;
    return [typeof given === 'string' ? { family: whole, given } : { family: whole }];
  });
}

/** A date of CSL: a text, a map of parts, or `date-parts`. */
function yearOf(issued: YamlValue | undefined): string | undefined {
  if (issued === undefined || issued === null) return undefined;
  const text = JSON.stringify(issued);
  return /\b\d{4}\b/.exec(text)?.[0];
}
