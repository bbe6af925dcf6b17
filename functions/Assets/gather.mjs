// Gathers into out/ what the program carries that others made, with the licences under which it may. Run by the build, after npm ci.
import { copyFile, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, 'node_modules');
const out = join(here, 'out');

/** The components of NL Design System (Utrecht) that the pages use, in one stylesheet. */
const components = [
  'root', 'document', 'page-header', 'page-footer', 'page-body', 'skip-link', 'heading-1', 'heading-2', 'heading-3', 'heading-4', 'paragraph', 'link', 'button',
  'form-field', 'form-label', 'form-field-description', 'form-field-error-message', 'form-fieldset', 'textbox', 'textarea', 'select', 'checkbox', 'radio-button',
  'table', 'alert', 'status-badge', 'data-list', 'unordered-list', 'ordered-list', 'pagination', 'separator',
];

/** The font in which text documents are set anew. */
const arimo = '@expo-google-fonts/arimo';
const files = {
  'Arimo-Regular.ttf': `${arimo}/400Regular/Arimo_400Regular.ttf`,
  'Arimo-Bold.ttf': `${arimo}/700Bold/Arimo_700Bold.ttf`,
  'Arimo-LICENSE.txt': `${arimo}/LICENSE_FONT`,
};

/** Mozilla's pdf.js: what shows the pages of a PDF and the text on them, with the character maps, fonts and decoders that a file may ask for. */
const pdfjs = ['build/pdf.min.mjs', 'build/pdf.worker.min.mjs', 'cmaps', 'standard_fonts', 'iccs', 'wasm', 'LICENSE'];

await rm(out, { recursive: true, force: true });
await mkdir(out);
const styles = await Promise.all(components.map((name) => readFile(join(packages, `@utrecht/${name}-css/dist/index.css`), 'utf8')));
await writeFile(join(out, 'components.css'), styles.join('\n'));
for (const [name, from] of Object.entries(files)) await copyFile(join(packages, from), join(out, name));
for (const from of pdfjs) await cp(join(packages, 'pdfjs-dist', from), join(out, 'pdfjs', from.replace('build/', '')), { recursive: true });
