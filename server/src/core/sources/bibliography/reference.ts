import type { Work } from './work';

/** The parts of a readable reference, in the author–year style that most journals of the field have a form of. */
export interface ReferenceParts {
  /** `Van de Ven, A. H. & Poole, M. S. (1995)`; empty where neither is known. */
  readonly who: string;
  readonly title: string;
  /** `Journal, 20(3), 510–540. Publisher`: what is known of it, without the title of the container. */
  readonly container: string;
  readonly details: string;
  /** An address under which the work is found. */
  readonly link?: { readonly text: string; readonly url: string };
}

/** More people than this are not named one by one. */
const MOST_NAMES = 7;

/** Composes a reference from what an entry says. */
export function referenceParts(work: Work): ReferenceParts {
  const { year, title = '', container = '', volume, issue, pages, publisher, doi, url } = work;
  const names = listed(work);
  const role = work.isEdited === true ? (work.names.length > 1 ? ' (eds.)' : ' (ed.)') : '';
  const who = [names + role, year === undefined ? '' : `(${year})`].filter(Boolean).join(' ');
  const number = issue === undefined ? '' : `(${issue})`;
  const place = [`${volume ?? ''}${number}`, pages ?? ''].filter(Boolean).join(', ');
  const link = addressOf(doi, url);
  return {
    who,
    title,
    container,
    details: [place, container !== '' && volume !== undefined ? '' : (publisher ?? '')]
      .filter(Boolean)
      .join('. '),
    ...(link ? { link } : {}),
  };
}

function listed({ names }: Work): string {
  const all = names.map(({ family, given }) => {
    const initials = given === undefined ? '' : initialsOf(given);
    return initials === '' ? family : `${family}, ${initials}`;
  });
  if (all.length > MOST_NAMES) return `${all[0] ?? ''} et al.`;
  const last = all.at(-1) ?? '';
  return all.length > 1 ? `${all.slice(0, -1).join(', ')} & ${last}` : last;
}

/** `Marshall Scott` gives `M. S.`, `Jean-Luc` gives `J.-L.`. */
function initialsOf(given: string): string {
  return given
    .split(/\s+/)
    .map((word) =>
      word
        .split('-')
        .flatMap((part) => /^\P{L}*(\p{L})/u.exec(part)?.[1] ?? [])
        .map((letter) => `${letter}.`)
        .join('-'),
    )
    .filter((initial) => initial !== '')
    .join(' ');
}

/** Only addresses of the web: an entry is text that anybody may have written. */
function addressOf(
  doi: string | undefined,
  url: string | undefined,
): ReferenceParts['link'] | undefined {
  if (doi !== undefined) {
    return { text: `doi:${doi}`, url: `https://doi.org/${encodeURI(doi)}` };
  }
  const address = url?.replace(/\\/g, '');
  if (address === undefined || !/^https?:\/\/[^\s<>"()]+$/i.test(address)) return undefined;
  return { text: address.replace(/^https?:\/\/(?:www\.)?/i, ''), url: address };
}
