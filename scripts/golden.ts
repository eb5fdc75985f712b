// Writes the golden files of the pages: `node bin/run.js scripts/golden.ts`. test/web/golden.test.ts compares them.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { goldenFolder, readGolden } from '../test/web/golden.ts'

rmSync(goldenFolder, { recursive: true, force: true })
mkdirSync(goldenFolder, { recursive: true })
for (const [name, text] of await readGolden()) writeFileSync(join(goldenFolder, name), text)
