// One world's site: what every page of it shares.
import type { StyleSheet } from './assets.ts'
import type { PageData } from './data.ts'
import type { Format } from './format.ts'
import type { Text } from './text.ts'

export type Site = {
  /** '' for the register, '/exercise' for the exercise. */
  base: string
  world: 'register' | 'exercise'
  /** Shown on every page of a fictional world. */
  banner: string | null
  /** The world's date, YYYY-MM-DD; asked anew for every page. */
  today: () => string
  /** Language of the interface (BCP 47) and its direction. */
  language: string
  direction: 'ltr' | 'rtl'
  text: Text
  format: Format
  data: PageData
  style: StyleSheet
}

type Query = Record<string, string | number | undefined>

/** An address in this world: `path` with its segments already separated by "/", each encoded here. */
export const addressOf = (site: Site, path: string, query: Query = {}): string => {
  const encoded = path
    .split('/')
    .map((segment) => encodeURIComponent(segment).replaceAll('%40', '@').replaceAll('%3A', ':'))
    .join('/')
  const asked = Object.entries(query).filter(
    (pair): pair is [string, string | number] => pair[1] !== undefined,
  )
  const search = new URLSearchParams(asked.map(([name, value]) => [name, String(value)])).toString()
  return `${site.base}${encoded === '/' && site.base !== '' ? '' : encoded}${search === '' ? '' : `?${search}`}`
}

/** The address of the page's data: the same path with `.json` or `.csv`, and the same query. */
export const twinOf = (site: Site, path: string, suffix: 'json' | 'csv', query: Query = {}): string =>
  addressOf(site, path === '/' ? `/index.${suffix}` : `${path}.${suffix}`, query)

/** `siem-reap-angkor-draft-2024-08/7.1` taken apart. */
export const splitIndicator = (id: string): { plan: string; number: string } => {
  const slash = id.lastIndexOf('/')
  return { plan: id.slice(0, slash), number: id.slice(slash + 1) }
}
