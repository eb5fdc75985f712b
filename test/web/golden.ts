// Golden files: every kind of page over the fictional world, as it is read. A change of a page shows as a change of its
// file; `node bin/run.js scripts/golden.ts` writes them anew, and the change is read before it is kept.
import { browsed } from './addresses.ts'
import { readable } from './readable.ts'
import { bothWorlds, read } from './site.ts'

export const goldenFolder = 'test/golden'

/** The same page in other languages beside those of the list. */
const inOtherLanguages: Record<string, string> = {
  'home in Mongolian': '/mn',
  'State from right to left': '/ar/states/XAA',
}

/** The frame is the same on every page: it stands in these files only, so that a change of it is read once. */
const framed = new Set(['home', 'home in Mongolian', 'plan from right to left', 'nothing held'])

/** Made from the OpenAPI document, with which api.test.ts compares it; as long as all other pages together. */
const leftOut = new Set(['how to ask for data'])

const fileName = (name: string): string => `${name.toLowerCase().replace(/[^a-z]+/g, '-')}.txt`

/** Every golden file by its name, as the pages are now. */
export const readGolden = async (): Promise<Map<string, string>> => {
  const both = bothWorlds()
  const files = new Map<string, string>()
  for (const [name, address] of Object.entries({ ...browsed, ...inOtherLanguages })) {
    if (leftOut.has(name)) continue
    const { status, text } = await read(both, address)
    files.set(fileName(name), `${status} ${address}\n${readable(text, framed.has(name) ? 'page' : 'main')}`)
  }
  return files
}
