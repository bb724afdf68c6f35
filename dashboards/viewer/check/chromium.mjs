import fs from 'node:fs';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** Where the browser is: $CHROMIUM, or the first of the usual names on the PATH. */
export function chromiumPath({ CHROMIUM, PATH = '' }) {
  if (CHROMIUM) {
    if (!fs.existsSync(CHROMIUM)) {
      throw new Error(`CHROMIUM names "${CHROMIUM}", which does not exist`);
    }
    return CHROMIUM;
  }
  const folders = PATH.split(path.delimiter).filter(Boolean);
  const found = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(
    (file) => fs.existsSync(file),
  );
  if (!found) {
    throw new Error(
      `no browser: none of ${NAMES.join(', ')} is on the PATH and CHROMIUM is not set.\n` +
        'On Debian: apt-get install chromium',
    );
  }
  return found;
}
