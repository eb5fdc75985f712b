// Figures on their way to everyone: what the page of a release sends about its approval.
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { problem } from '../../../problem.ts'
import { answerRefused, answerWrong } from '../../forms/answered.ts'
import { readPosted, seeOther } from '../../forms/posted.ts'
import { addressOf, type Site } from '../../site.ts'
import { siteFor } from '../../viewer.ts'
import { serveWrite } from '../../write.ts'
import { decisionOf, stepFields, stepOf } from '../enter/approval.ts'
import { loadRelease, releaseHtml } from './release.ts'

const decide = async (c: Context, site: Site, id: string): Promise<Response> => {
  const posted = await readPosted(c, site)
  const loaded = await loadRelease(site, { params: { id } })
  const step = stepOf(posted)
  const own = addressOf(site, `/releases/${id}`)
  const note = posted.note ?? ''
  if (step === undefined) throw problem('usage', site.text('approval.step'))
  const said = { after: step }
  if (step === 'publish') {
    if ((await site.data.publishRelease(id)) === 'published') return seeOther(c, own, { said })
    const words = site.text('approval.notApproved')
    const wrong = [{ field: undefined, label: site.text('check.this'), words }]
    return answerRefused(c, site, { type: 'not-permitted', words }, () =>
      releaseHtml(site, loaded, { wrong, note }),
    )
  }
  if (step === 'return' && note.trim() === '') {
    const wrong = [
      { field: 'note', label: site.text('approval.return.note'), words: site.text('issue.missing') },
    ]
    return answerWrong(c, site, wrong, () => releaseHtml(site, loaded, { wrong, note }))
  }
  await site.data.decideRelease(id, decisionOf(step, posted))
  return seeOther(c, own, { said })
}

/** Asked for, approved, taken back, returned, published. */
export const serveApproval = (app: OpenAPIHono, ofWorld: Site): void =>
  serveWrite(
    app,
    {
      path: '/releases/{id}/approval',
      summary: 'Asks for approval of frozen figures, approves, returns or publishes them',
      scope: 'approve',
      fields: z.object(stepFields),
      refusals: ['not-permitted', 'sign-in-needed'],
    },
    (c) => decide(c, siteFor(c, ofWorld), c.req.param('id') ?? ''),
  )
