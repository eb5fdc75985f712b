// Freezing a year's figures in the browser: the form of the list of releases, sent.
import type { OpenAPIHono } from '@hono/zod-openapi'
import { Problem } from '../../../problem.ts'
import { readPosted, seeOther } from '../../forms/posted.ts'
import { addressOf, type Site } from '../../site.ts'
import { siteFor } from '../../viewer.ts'
import { loadReleases, releasesHtml } from './list.ts'

/** Freezes what was chosen and goes on to it; what cannot be frozen is said beside the field. */
export const serveFreeze = (app: OpenAPIHono, ofWorld: Site): void => {
  app.post('/releases', async (c) => {
    const site = siteFor(c, ofWorld)
    const { what = '' } = await readPosted(c, site)
    const [plan = '', year = ''] = what.split('|')
    const loaded = await loadReleases(site)
    const isOffered = loaded.freezable.some((one) => one.plan.id === plan && one.years.includes(Number(year)))
    const again = (words: string) =>
      releasesHtml(site, loaded, {
        choice: what,
        wrong: [{ field: 'what', label: site.text('releases.freeze.what'), words }],
      })
    if (!isOffered) return c.html(await again(site.text('releases.freeze.choose')), 422)
    try {
      const { id } = await site.data.freezeRelease({ plan, year: Number(year) })
      return seeOther(c, addressOf(site, `/releases/${id}`))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      return c.html(await again(error.message), 422)
    }
  })
}
