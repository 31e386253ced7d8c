import { mapDot } from '../../../../../server/src/core/exports/map/dot';
import { mapMermaid } from '../../../../../server/src/core/exports/map/mermaid';
import { layoutMap } from '../../../../../server/src/core/exports/map/layout';
import { mapSvg } from '../../../../../server/src/core/exports/map/svg';
import type { LaidOutMap } from '../../../../../server/src/core/figures';
import type { ProtocolMap } from '../../../../../server/src/shared/map';
import type { PanelFile } from '../../messages';
import type { Connection } from '../toolkit/connection';
import type { MenuEntry } from '../toolkit/menu';
import type { Drawing } from './drawing';
import type { Engine } from './engine';

/** How many pixels of a picture one pixel of the drawing becomes: enough for print at the width of a column. */
const DENSITY = 3;

/** The widest picture that is made, in pixels; browsers draw no larger ones. */
const WIDEST = 12_000;

/** What the map can be written as. All comes from what writes it on the command line, in colours for paper. */
export function exportActions(
  drawing: Drawing,
  { forExport, ...drawn }: ProtocolMap,
  engine: Engine,
  connection: Connection<'map'>,
  say: (text: string) => void,
): readonly MenuEntry[] {
  const name = 'mechanism-map';
  const { realNames, notes = [] } = forExport ?? {};
  const map = forExport?.map ?? drawn;
  // What others may not read takes other room than what stands in its place.
  const lay = async (): Promise<LaidOutMap> =>
    forExport ? layoutMap(map, (graph) => engine.layout(graph)) : drawing.laidOut;
  const tell = (text: string): void => {
    const said = [text, ...notes.map((note) => `${note}.`)].filter((part) => part !== '');
    if (said.length > 0) say(said.join(' '));
  };
  const save = (file: Omit<PanelFile, 'name'>): void => {
    const asked = realNames === undefined ? {} : { realNames };
    connection.send({ type: 'save', file: { name, ...file, ...asked } });
    tell('');
  };
  const failed = (error: unknown): void => {
    connection.send({ type: 'failed', message: String(error) });
    say('The picture could not be made; the log says why.');
  };
  const text = (
    extension: string,
    format: string,
    content: () => string | Promise<string>,
  ): MenuEntry => ({
    label: `Save as ${format}…`,
    onChoose: () => {
      Promise.resolve(content())
        .then((written) => save({ extension, format, content: written, encoding: 'utf8' }))
        .catch(failed);
    },
  });
  return [
    text('svg', 'SVG', () => lay().then(mapSvg)),
    {
      label: 'Save as PNG…',
      onChoose: () => {
        lay()
          .then(picture)
          .then(base64)
          .then((content) => {
            save({ extension: 'png', format: 'PNG', content, encoding: 'base64' });
          })
          .catch(failed);
      },
    },
    text('mmd', 'Mermaid', () => mapMermaid(map)),
    text('dot', 'Graphviz DOT', () => mapDot(map)),
    {
      label: 'Copy as Image',
      onChoose: () => {
        // The picture is made while the clipboard waits: it is given to the one who has just clicked.
        if (realNames !== undefined) {
          say(`Not copied: ${realNames}.`);
          return;
        }
        const item = new ClipboardItem({ 'image/png': lay().then(picture) });
        navigator.clipboard.write([item]).then(() => tell('The map is in the clipboard.'), failed);
      },
    },
  ];
}

/** The map as a picture of pixels, on white. */
async function picture(laidOut: LaidOutMap): Promise<Blob> {
  const density = Math.min(DENSITY, WIDEST / Math.max(laidOut.width, laidOut.height));
  const address = URL.createObjectURL(new Blob([mapSvg(laidOut)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(laidOut.width * density);
    canvas.height = Math.round(laidOut.height * density);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('There is no canvas to draw on.');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => {
        if (blob) resolve(blob);
        else reject(new Error('The map is too large for a picture.'));
      }, 'image/png');
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

async function base64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
