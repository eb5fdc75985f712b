// Pages of accounts stand in the register alone; both worlds link there, and come back.
import { addressIn, baseOf, type Site } from './site.ts'

/** The address of a page of accounts, in the language of the site. */
export const accountsPath = (
  site: Pick<Site, 'language'>,
  path: string,
  query: Record<string, string | number | undefined> = {},
): string => addressIn({ base: baseOf('register', site.language) }, path, query)

const nowhere = 'https://nowhere.invalid'

/** Where somebody is to come back to: a path of this site, as it was given; undefined for anything else. */
export const readTo = (text: string | undefined): string | undefined => {
  if (text === undefined || !/^\/(?![/\\])/.test(text) || /[\p{Cc}\\]/u.test(text)) return undefined
  if (!URL.canParse(text, nowhere)) return undefined
  const url = new URL(text, nowhere)
  return url.origin === nowhere && !url.pathname.startsWith('//') ? text : undefined
}
