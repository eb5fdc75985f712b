// Freezing a year's figures in the browser: the form of the list of releases, sent.
import type { OpenAPIHono } from '@hono/zod-openapi'
import { Problem } from '../../../problem.ts'
import { answerWrong } from '../../forms/answered.ts'
import { readPosted, seeOther } from '../../forms/posted.ts'
import { freezeFields, freezeGives } from '../../schemas/writes.ts'
import { addressOf, type Site } from '../../site.ts'
import { siteFor } from '../../viewer.ts'
import { serveWrite } from '../../write.ts'
import { loadReleases, releasesHtml } from './list.ts'

/** Freezes what was chosen and goes on to it; what cannot be frozen is said beside the field. */
export const serveFreeze = (app: OpenAPIHono, ofWorld: Site): void => {
  const write = {
    path: '/releases',
    summary: 'Freezes a year’s figures of a plan in a release',
    scope: 'enter',
    fields: freezeFields,
    creates: true,
    gives: freezeGives,
  } as const
  serveWrite(app, write, async (c) => {
    const site = siteFor(c, ofWorld)
    const posted = await readPosted(c, site)
    const what = posted.what ?? `${posted.plan ?? ''}|${posted.year ?? ''}`
    const [plan = '', year = ''] = what.split('|')
    const loaded = await loadReleases(site)
    const isOffered = loaded.freezable.some((one) => one.plan.id === plan && one.years.includes(Number(year)))
    const again = (words: string) => {
      const wrong = [{ field: 'what', label: site.text('releases.freeze.what'), words }]
      return answerWrong(c, site, wrong, () => releasesHtml(site, loaded, { choice: what, wrong }))
    }
    if (!isOffered) return again(site.text('releases.freeze.choose'))
    try {
      const { id, outcome } = await site.data.freezeRelease({ plan, year: Number(year) })
      const status = outcome === 'stored' ? 201 : 200
      return seeOther(c, addressOf(site, `/releases/${id}`), { status, more: { id, outcome } })
    } catch (error) {
      // Who may not do this is told so on a page of its own.
      if (!(error instanceof Problem) || [401, 403].includes(error.status)) throw error
      return again(error.message)
    }
  })
}
