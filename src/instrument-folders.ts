// Where instruments stand: the folder `instruments/` that ships with Pacta and, beside it, the folder of those that a
// user added (`<data folder>/instruments`, or PACTA_INSTRUMENTS). Whatever reads instruments asks here.
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

export type InstrumentFolder = {
  /** Its name, which no two folders share. */
  name: string
  path: string
  origin: 'shipped' | 'added'
}

const shippedRoot = join(import.meta.dirname, '..', 'instruments')

let addedRoot: string | undefined
let stamp = ''
let generation = 0

// A folder comes and goes by being renamed, which changes the time of the folder it stands in.
const stampOf = (root: string | undefined): string => {
  const stat = root === undefined ? undefined : statSync(root, { bigint: true, throwIfNoEntry: false })
  return stat === undefined ? '' : `${stat.ino}/${stat.mtimeNs}`
}

/** Takes `root` for the folder of instruments that were added; it need not exist. Undefined: only those that ship. */
export const useInstruments = (root: string | undefined): void => {
  addedRoot = root
  stamp = stampOf(root)
  generation++
}

/** The folder of instruments that were added, where one was named. */
export const addedInstruments = (): string | undefined => addedRoot

/** Looks whether an instrument was added or removed since; what is read once is then read again. Takes microseconds. */
export const noticeInstruments = (): void => {
  const now = stampOf(addedRoot)
  if (now === stamp) return
  stamp = now
  generation++
}

/** Changes whenever the instruments held do. */
export const instrumentsVersion = (): number => generation

const foldersIn = (root: string, origin: InstrumentFolder['origin']): InstrumentFolder[] =>
  readdirSync(root, { withFileTypes: true })
    // What is being copied has a name that begins with a dot.
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => ({ name, path: join(root, name), origin }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))

/** The folders of all instruments: those that ship, then those that were added, each by name. */
export const instrumentFolders = (): InstrumentFolder[] => [
  ...foldersIn(shippedRoot, 'shipped'),
  ...(addedRoot === undefined || statSync(addedRoot, { throwIfNoEntry: false }) === undefined
    ? []
    : foldersIn(addedRoot, 'added')),
]

/** What `read` gives, read when first asked for and again only after instruments were added or removed. */
export const readOncePerInstruments = <T>(read: () => T): (() => T) => {
  let held: { generation: number; value: T } | undefined
  return () => {
    if (held?.generation !== generation) held = { generation, value: read() }
    return held.value
  }
}
