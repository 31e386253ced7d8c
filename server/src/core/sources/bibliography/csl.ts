import { asMap, asTexts, type YamlValue } from '../../config';
import { bareDoi } from './doi';
import type { Name, Work } from './work';

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
  const year = yearOf(fields['issued']);
  const title = text('title');
  const container = text('container-title', 'collection-title');
  const volume = text('volume');
  const issue = text('issue');
  const pages = text('page')?.replace(/(\d)\s*[-–—]+\s*(?=\d)/g, '$1–');
  const publisher = text('publisher');
  const doi = bareDoi(text('DOI', 'doi'));
  const url = text('URL', 'url');
  return {
    key,
    type: text('type') ?? '',
    names,
    ...(isEdited && names.length > 0 ? { isEdited } : {}),
    ...(year === undefined ? {} : { year }),
    ...(title === undefined ? {} : { title }),
    ...(container === undefined ? {} : { container }),
    ...(volume === undefined ? {} : { volume }),
    ...(issue === undefined ? {} : { issue }),
    ...(pages === undefined ? {} : { pages }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(doi === undefined ? {} : { doi }),
    ...(url === undefined ? {} : { url }),
  };
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
