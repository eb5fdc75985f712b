// Writes the golden files: `node bin/run.js scripts/golden.ts`. Those of the pages, which test/web/golden.test.ts compares,
// and the duty sheets, which test/duties/golden.test.ts compares.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDutySheets, sheetFolder } from '../test/duties/sheets.ts'
import { goldenFolder, readGolden } from '../test/web/golden.ts'

// What cannot be made leaves those that are there.
const [pages, sheets] = [await readGolden(), await readDutySheets()]
rmSync(goldenFolder, { recursive: true, force: true })
for (const [folder, files] of [
  [goldenFolder, pages],
  [sheetFolder, sheets],
] as const) {
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of files) writeFileSync(join(folder, name), text)
}
