import { getDocument, VerbosityLevel } from 'unpdf/pdfjs';
import type { ReadPdf } from '../core/ports';
import { pageText } from './pageText';

/** Longer than any book that somebody quotes from. */
const MAX_PAGES = 3000;

/** So many characters are more than a library of transcripts has. */
const MAX_CHARACTERS = 32 * 1024 * 1024;

const TOO_LARGE = 'it is too large to be read; save the part that is quoted as a file of its own';

/** Reads the text of a PDF (ISO 32000) by pdf.js. */
export const readPdf: ReadPdf = async (bytes, pace) => {
  const loading = getDocument({
    // pdf.js takes away what it is given.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWasm: false,
    useWorkerFetch: false,
  });
  try {
    const file = await loading.promise.catch(explain);
    if (file.numPages > MAX_PAGES) throw new Error(TOO_LARGE);
    const pages: string[] = [];
    let left = MAX_CHARACTERS;
    for (let number = 1; number <= file.numPages; number++) {
      if (pace.isDue()) await pace.pause();
      const page = await file.getPage(number).catch(explain);
      const { items } = await page.getTextContent().catch(explain);
      const text = pageText(items.filter((item) => 'str' in item));
      pages.push(text);
      left -= text.length;
      if (left < 0) throw new Error(TOO_LARGE);
      page.cleanup();
    }
    return pages;
  } finally {
    await loading.destroy();
  }
};

/** Says what to do about what pdf.js has found wrong. */
function explain(error: unknown): never {
  throw new Error(remedyFor(error), { cause: error });
}

function remedyFor(error: unknown): string {
  if (error instanceof Error && error.name === 'PasswordException') {
    return 'it has a password; save it without one';
  }
  // pdf.js gives what it finds in a file names of its own: these are of the host, which lacks something.
  if (error instanceof ReferenceError || error instanceof TypeError) {
    return 'PDF cannot be read here; save it as text';
  }
  return 'the PDF is damaged; open it in another program and save or print it as PDF anew';
}
