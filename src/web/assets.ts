// The style sheet and the icon, served under names that carry their hash, so that a browser keeps them for good.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Hono } from 'hono'

export type StyleSheet = {
  address: string
  iconAddress: string
  files: Map<string, { type: string; body: string }>
}

const folder = new URL('./style/', import.meta.url)
// In the order of the cascade.
const sheets = [
  'tokens.css',
  'base.css',
  'frame.css',
  'parts.css',
  'home.css',
  'plan.css',
  'compare.css',
  'indicator.css',
  'states.css',
  'reports.css',
  'api.css',
  'search.css',
  'releases.css',
  'treaties.css',
  'timeline.css',
  'ministry.css',
  'cooperation.css',
  'changes.css',
  'duties.css',
  'desk.css',
  'implementation.css',
  'progress.css',
  'figures.css',
  'languages.css',
  'enter.css',
  'accounts.css',
  'people.css',
  'narrow.css',
  'print.css',
]

const named = (stem: string, extension: string, body: string): string =>
  `${stem}.${createHash('sha256').update(body).digest('hex').slice(0, 12)}.${extension}`

/** Cells of the tile grid are placed by class, because the content security policy forbids style attributes. */
const cells = (): string =>
  Array.from({ length: 40 }, (_, i) => `.c${i + 1}{grid-column:${i + 1}}.r${i + 1}{grid-row:${i + 1}}`).join(
    '\n',
  )

const cssString = (words: string): string =>
  `"${words.replace(/["\\\n<]/g, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`

/** What stands in the margin of every printed sheet: no sheet of a fictional world can be taken for the real thing. */
const sheetMargins = (banner: string | null): string => {
  const line =
    banner === null ? '' : `@top-center{content:${cssString(banner)};font:600 9pt system-ui,sans-serif}`
  return `@page{${line}@bottom-right{content:counter(page) " / " counter(pages);font:9pt system-ui,sans-serif}}`
}

/** Reads the files once. `base` is the world's, so that each world serves all it needs. */
export const loadStyle = (base: string, banner: string | null): StyleSheet => {
  const css = [...sheets.map((name) => readFileSync(new URL(name, folder), 'utf8')), sheetMargins(banner)]
    .join('\n')
    .replace('/* CELLS */', cells())
  const icon = readFileSync(new URL('icon.svg', folder), 'utf8')
  const cssName = named('pacta', 'css', css)
  const iconName = named('icon', 'svg', icon)
  return {
    address: `${base}/assets/${cssName}`,
    iconAddress: `${base}/assets/${iconName}`,
    files: new Map([
      [cssName, { type: 'text/css; charset=utf-8', body: css }],
      [iconName, { type: 'image/svg+xml', body: icon }],
    ]),
  }
}

/** Serves them at /assets/. */
// biome-ignore lint/suspicious/noExplicitAny: any Hono app will do
export const serveStyle = (app: Hono<any>, style: StyleSheet): void => {
  app.get('/assets/:file', (c) => {
    const file = style.files.get(c.req.param('file'))
    if (file === undefined) return c.notFound()
    return c.body(file.body, 200, {
      'content-type': file.type,
      'cache-control': 'public, max-age=31536000, immutable',
    })
  })
}
