import type { Source } from '../../config';
import { parentUri, resolvePath, type Project } from '../../project';

/** The URI of the file that a source names; undefined where it names none, or an address of the web. */
export function sourceFileUri({ root }: Project, { file, place }: Source): string | undefined {
  if (file === undefined || file.trim() === '' || /^[a-z][a-z0-9+.-]+:\/\//i.test(file)) {
    return undefined;
  }
  return resolvePath(parentUri(place.uri), file, root);
}

/** What nobody reads as text. */
const MEDIA =
  /\.(?:mp3|m4a|wav|aiff?|flac|ogg|opus|wma|mp4|m4v|mov|avi|mkv|webm|jpe?g|png|gif|tiff?|bmp|heic|webp|svg)$/i;

/** Whether a file is a recording or a picture, by its name. */
export function isMedia(file: string): boolean {
  return MEDIA.test(file);
}
