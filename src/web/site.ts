// One world's site: what every page of it shares.

import type { Person } from '../accounts/person.ts'
import type { Act, Thing } from '../accounts/thing.ts'
import type { Format } from '../facts/format.ts'
import type { Voice } from '../words/say.ts'
import type { StyleSheet } from './assets.ts'
import type { PageData } from './data.ts'
import type { Text } from './text.ts'

export { baseOf } from '../words/address.ts'

/** The same site in another language. `name` is what the language calls itself. */
export type LanguageSite = { code: string; name: string; base: string }

export type Site = {
  /** What every address of a page begins with: the language, where it is not English, then the world. */
  base: string
  /** The same without the language: data and style sheets are one for all. */
  root: string
  /** The languages this site is served in, its own included. */
  languages: readonly LanguageSite[]
  /** Whether every word of the interface is held in the site's language; otherwise some are said in English. */
  isComplete: boolean
  world: 'register' | 'exercise'
  /** Shown on every page of a fictional world. */
  banner: string | null
  /** The same in the language of the interface. */
  bannerWords: string | null
  /** The world's date, YYYY-MM-DD; asked anew for every page. */
  today: () => string
  /** Language of the interface (BCP 47) and its direction. */
  language: string
  direction: 'ltr' | 'rtl'
  text: Text
  /** Says reasons, names kinds, cohorts and registers, and words of our data files, in the site's language. */
  voice: Voice
  format: Format
  /** Who asks. Of a site that was made for no request: the public, or the desk where nobody can sign in. */
  person: Person
  /** Whether people can sign in here. */
  hasSignIn: boolean
  /** Whether they may do something: forms and links are shown by its word. What is refused is refused behind `data`. */
  may: (act: Act, thing: Thing) => boolean
  /** How much waits for them in this world; absent where nothing does, or nobody has signed in. */
  waiting?: number
  /** What they read, and what they write by forms. */
  data: PageData
  style: StyleSheet
}

type Query = Record<string, string | number | undefined>

const under = (base: string, whole: string, query: Query): string => {
  const [page = '', place] = whole.split('#')
  const [path = '', own] = page.split('?')
  const encoded = path
    .split('/')
    .map((segment) => encodeURIComponent(segment).replaceAll('%40', '@').replaceAll('%3A', ':'))
    .join('/')
  const asked = Object.entries(query).filter(
    (pair): pair is [string, string | number] => pair[1] !== undefined,
  )
  const search = new URLSearchParams([
    ...new URLSearchParams(own),
    ...asked.map(([name, value]): [string, string] => [name, String(value)]),
  ]).toString()
  return `${base}${encoded === '/' && base !== '' ? '' : encoded}${search === '' ? '' : `?${search}`}${place === undefined ? '' : `#${encodeURIComponent(place)}`}`
}

/** An address in this world: `path` with its segments already separated by "/", each encoded here; "?" begins what is asked of it, "#" a place. */
export const addressOf = (site: Site, path: string, query: Query = {}): string =>
  under(site.base, path, query)

/** The same page in another language. */
export const addressIn = (language: Pick<LanguageSite, 'base'>, path: string, query: Query = {}): string =>
  under(language.base, path, query)

/**
 * The address of the page's data, one for all languages: the same path with `.json`, `.csv` or `.xlsx`, and the same
 * query. A calendar (`.ics`) is read by people and keeps the language of the page.
 */
export const twinOf = (
  site: Site,
  path: string,
  suffix: 'json' | 'csv' | 'xlsx' | 'ics',
  query: Query = {},
): string =>
  under(
    suffix === 'ics' ? site.base : site.root,
    path === '/' ? `/index.${suffix}` : `${path}.${suffix}`,
    query,
  )

/** `siem-reap-angkor-draft-2024-08/7.1` taken apart. */
export const splitIndicator = (id: string): { plan: string; number: string } => {
  const slash = id.lastIndexOf('/')
  return { plan: id.slice(0, slash), number: id.slice(slash + 1) }
}
