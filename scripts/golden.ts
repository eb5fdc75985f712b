// Writes the golden files: `node bin/run.js scripts/golden.ts`. Those of the pages, which test/web/golden.test.ts compares,
// and the duty sheets, which test/duties/golden.test.ts compares.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDutySheets, sheetFolder } from '../test/duties/sheets.ts'
import { goldenFolder, readGolden } from '../test/web/golden.ts'

rmSync(goldenFolder, { recursive: true, force: true })
for (const [folder, files] of [
  [goldenFolder, await readGolden()],
  [sheetFolder, await readDutySheets()],
] as const) {
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of files) writeFileSync(join(folder, name), text)
}
