// Writes the golden files: `node bin/run.js scripts/golden.ts`. Those of the pages, which test/web/golden.test.ts compares,
// the duty sheets, which test/duties/golden.test.ts compares, and the register that ships (test/web/register-golden.test.ts).
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDutySheets, sheetFolder } from '../test/duties/sheets.ts'
import { goldenFolder, readGolden } from '../test/web/golden.ts'
import { readRegisterPages, registerFolder } from '../test/web/register-golden.ts'

// What cannot be made leaves those that are there.
const [pages, sheets, register] = [await readGolden(), await readDutySheets(), await readRegisterPages()]
rmSync(goldenFolder, { recursive: true, force: true })
for (const [folder, files] of [
  [goldenFolder, pages],
  [sheetFolder, sheets],
  [registerFolder, register],
] as const) {
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of files) writeFileSync(join(folder, name), text)
}
