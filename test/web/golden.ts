// Golden files: every kind of page over the fictional world, as it is read. A change of a page shows as a change of its
// file; `node bin/run.js scripts/golden.ts` writes them anew, and the change is read before it is kept.
import { browse } from './accounts.ts'
import { browsed } from './addresses.ts'
import { inPeoplePages } from './people-pages.ts'
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

const month = 'January|February|March|April|May|June|July|August|September|October|November|December'

/** What is another one on every run and day: ids, links, secrets, days and hours. */
const withoutChance = (said: string): string =>
  said
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g, 'ID')
    .replaceAll(/(?<=\/(?:invitation|password)\/)[\w-]{43}/g, 'LINK')
    .replaceAll(/(?<=\/stop\/)[\w.-]+/g, 'LINK')
    .replaceAll(/(?<=secret=)[A-Z2-7]+|\b[A-Z2-7]{4}(?: [A-Z2-7]{1,4}){4,}/g, 'SECRET')
    .replaceAll(/(?<=\bpacta_)[\w-]{8}(?=…)/g, '')
    .replaceAll(new RegExp(`\\d{1,2} (?:${month}) 20\\d\\d`, 'g'), 'DAY')
    .replaceAll(
      /20\d\d оны \d{1,2} (?:дугаар|дүгээр) сарын \d{1,2}|20\d\d\.\d\d\.\d\d|20\d\d-\d\d-\d\d/g,
      'DAY',
    )
    .replaceAll(/\d{1,2} [\u0621-\u064a]+ 20\d\d/g, 'DAY')
    .replaceAll(/\b\d\d:\d\d(?::\d\d)?\b/g, 'HOUR')

/** The pages of people, by the names of their files. */
const readPeople = (): Promise<Map<string, string>> =>
  inPeoplePages(async ({ app, jars, pages }) => {
    const files = new Map<string, string>()
    for (const [name, { as, path }] of Object.entries(pages)) {
      const { status, text } = await browse(app, jars[as])(path)
      files.set(fileName(name), withoutChance(`${status} ${path}, as ${as}\n${readable(text, 'main')}`))
    }
    return files
  })

/** Every golden file by its name, as the pages are now. */
export const readGolden = async (): Promise<Map<string, string>> => {
  const both = bothWorlds()
  const files = new Map<string, string>()
  for (const [name, address] of Object.entries({ ...browsed, ...inOtherLanguages })) {
    if (leftOut.has(name)) continue
    const { status, text } = await read(both, address)
    files.set(fileName(name), `${status} ${address}\n${readable(text, framed.has(name) ? 'page' : 'main')}`)
  }
  for (const [name, text] of await readPeople()) files.set(name, text)
  return files
}
