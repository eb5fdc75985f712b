// The two fictional sites the tests of the pages ask, and small readers of what they answer.

import { parseHTML } from 'linkedom'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { type AppOptions, createApp, createSites } from '../../src/web/app.ts'
import { joinSites } from '../../src/web/serve.ts'
import { fictionalData } from './fictional/world.ts'

export const banner = 'Exercise: every State, report and figure on this page is fictional.'

const ofRegister: AppOptions = {
  world: 'register',
  banner: null,
  data: fictionalData(),
  today: () => '2027-12-31',
}
const ofExercise: AppOptions = { ...ofRegister, world: 'exercise', banner }

export const registerApp = (options: Partial<AppOptions> = {}) => createApp({ ...ofRegister, ...options })

export const exerciseApp = (options: Partial<AppOptions> = {}) => createApp({ ...ofExercise, ...options })

/** Both worlds in every language, as they are served. */
export const bothWorlds = (options: Partial<Pick<AppOptions, 'data'>> = {}) =>
  joinSites([...createSites({ ...ofRegister, ...options }), ...createSites({ ...ofExercise, ...options })])

export const read = async (
  app: { request: (address: string) => Response | Promise<Response> },
  address: string,
) => {
  const response = await app.request(address)
  return { status: response.status, headers: response.headers, text: await response.text() }
}

export const documentOf = (html: string): Document => parseHTML(html).document as unknown as Document

/** What an HTML parser has to correct, by its code. */
export const parseErrors = (html: string): string[] => {
  const errors: string[] = []
  parse<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>(html, {
    onParseError: (error) => errors.push(error.code),
  })
  return errors
}

/** The words of an element as they are read: the ends of cells, items and paragraphs part them. */
export const textOf = (element: Element | null): string => {
  const words = (node: Node): string =>
    node.nodeType === 3
      ? (node.textContent ?? '')
      : [...node.childNodes].map(words).join('') +
        (/^(TD|TH|LI|P|DT|DD|H\d|TR)$/.test(node.nodeName) ? ' ' : '')
  return element === null ? '' : words(element).replace(/\s+/g, ' ').trim()
}
