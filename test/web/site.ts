// The two fictional sites the tests of the pages ask, and small readers of what they answer.

import { parseHTML } from 'linkedom'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { type AppOptions, createApp } from '../../src/web/app.ts'
import { joinWorlds } from '../../src/web/serve.ts'
import { fictionalData, plan } from './fictional-world.ts'

export const banner = 'Exercise: every State, report and figure on this page is fictional.'

export const registerApp = (options: Partial<AppOptions> = {}) =>
  createApp({
    base: '',
    world: 'register',
    banner: null,
    data: fictionalData(),
    today: () => '2027-12-31',
    ...options,
  })

export const exerciseApp = (options: Partial<AppOptions> = {}) =>
  createApp({
    base: '/exercise',
    world: 'exercise',
    banner,
    data: fictionalData(),
    today: () => '2027-12-31',
    ...options,
  })

export const bothWorlds = () => joinWorlds(registerApp(), exerciseApp())

/** One address of each kind of page. */
export const everyPage = [
  '/',
  `/plans/${plan.id}`,
  `/plans/${plan.id}?year=2025`,
  `/plans/${plan.id}/1.1`,
  `/plans/${plan.id}/1.2?reading=strict&as-of=2026-06-01&as-known-on=2027-01-01`,
  `/plans/${plan.id}/2.1`,
  `/plans/${plan.id}/3.1`,
  `/plans/${plan.id}/3.2`,
  `/plans/${plan.id}/4.1`,
  `/plans/${plan.id}/4.2?year=2025`,
  '/states',
  '/states?q=aver',
  '/states?q=nobody',
  '/states/XAA',
  '/states/XBJ',
  '/states/XAL',
  '/cohorts',
  '/cohorts/affected',
  '/cohorts/donor',
  '/problems/usage',
]

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
