// A link that works once, shown once: whole, with where it opens.
import type { Context } from 'hono'
import { readConfig } from '../../../config.ts'
import { type Html, html, nothing } from '../../html.ts'
import { isLoopback } from '../../served-at.ts'
import type { Site } from '../../site.ts'

/** The whole address of a path, as its letter has it. */
export const linkOf = (c: Context, to: string): string => new URL(to, readConfig().origin ?? c.req.url).href

/** The link, and, where it leads to this machine alone, a word of it. */
export const linkShown = (site: Site, link: string): Html =>
  html`<p class="one-time-link"><code>${link}</code></p>${isLoopback(link) ? html`<p class="notice">${site.text('link.thisMachine')}</p>` : nothing}`
