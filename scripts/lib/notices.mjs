import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './repository.mjs';

/**
 * What packages hold of others without its licence: what it is called, and the file that has the licence.
 * @type {Readonly<Record<string, readonly { title: string, file: string }[]>>}
 */
const WITHIN = {
  unpdf: [{ title: 'pdf.js, in unpdf (Apache-2.0)', file: 'scripts/lib/licences/pdfjs.txt' }],
};

/**
 * The licences of the packages in bundles, as their authors ask for them to go along.
 * @param {readonly import('esbuild').Metafile[]} metafiles
 * @returns {string} a text, by name of package
 */
export function thirdPartyNotices(metafiles) {
  const folders = new Set(
    metafiles.flatMap(({ inputs }) => Object.keys(inputs)).flatMap((file) => packageOf(file) ?? []),
  );
  return [...folders].sort().map(notice).join('\n\n');
}

/**
 * The folder of the package that a file belongs to; none for a file of our own.
 * @param {string} file relative to the root
 */
function packageOf(file) {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
}

/** @param {string} folder */
function notice(folder) {
  const absolute = path.join(root, folder);
  const { name, version, license } = JSON.parse(
    readFileSync(path.join(absolute, 'package.json'), 'utf8'),
  );
  const file = readdirSync(absolute).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  const text = file ? readFileSync(path.join(absolute, file), 'utf8').trim() : '';
  const others = (WITHIN[name] ?? []).map(
    ({ title, file }) => `${title}\n\n${readFileSync(path.join(root, file), 'utf8').trim()}`,
  );
  return [`${name} ${version} (${license})\n\n${text}`, ...others].join('\n\n');
}
