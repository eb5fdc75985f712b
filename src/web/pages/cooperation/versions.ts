// A version of the page made and decided about: frozen as the register has it today, approved, returned, published.
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { Problem, problem } from '../../../problem.ts'
import { pagePath } from '../../cooperation-path.ts'
import { answerRefused, answerWrong } from '../../forms/answered.ts'
import { readPosted, seeOther } from '../../forms/posted.ts'
import { addressOf, type Site } from '../../site.ts'
import { siteFor } from '../../viewer.ts'
import { serveWrite } from '../../write.ts'
import { decisionOf, stepFields, stepOf } from '../enter/approval.ts'
import { cooperationHtml, loadCooperation } from './page.ts'

type Refusal = { path?: string | undefined; message: string; found?: string | undefined }

const wrongIn = (issues: readonly Refusal[]) =>
  issues.map(({ path, message, found }) => ({
    field: undefined,
    label: path ?? '',
    words: found === undefined ? message : `${message}: ${found}`,
  }))

/** The sections on their way that a form takes along: `with.` and the draft's id, with its revision. */
const sectionsIn = (posted: Readonly<Record<string, string>>): Map<string, number> =>
  new Map(
    Object.entries(posted).flatMap(([name, revision]): [string, number][] =>
      name.startsWith('with.') && /^\d{1,9}$/.test(revision)
        ? [[name.slice('with.'.length), Number(revision)]]
        : [],
    ),
  )

const freeze = async (c: Context, site: Site): Promise<Response> => {
  const actor = c.req.param('actor') ?? ''
  const sections = sectionsIn(await readPosted(c, site))
  const shown = await loadCooperation(site, { actor })
  try {
    const { id, outcome } = await site.data.cooperation.freeze(shown.actor.id, sections)
    return seeOther(c, addressOf(site, `${pagePath(actor)}/${id}`), { more: { id, outcome } })
  } catch (error) {
    // Who may not do this is told so on a page of its own.
    if (!(error instanceof Problem) || error.type !== 'input-rejected') throw error
    const wrong = wrongIn(error.issues)
    return answerWrong(c, site, wrong, () => cooperationHtml(site, shown, { asked: { wrong, note: '' } }))
  }
}

const decide = async (c: Context, site: Site): Promise<Response> => {
  const [actor, version] = [c.req.param('actor') ?? '', c.req.param('version') ?? '']
  const posted = await readPosted(c, site)
  const shown = await loadCooperation(site, { actor, version })
  const step = stepOf(posted)
  if (step === undefined) throw problem('usage', site.text('approval.step'))
  const note = posted.note ?? ''
  const own = addressOf(site, `${pagePath(actor)}/${version}`)
  const said = { after: step }
  const refusedWith = (error: unknown): Promise<Response> => {
    if (!(error instanceof Problem) || error.type !== 'input-rejected') throw error
    const wrong = wrongIn(error.issues)
    return answerWrong(c, site, wrong, () => cooperationHtml(site, shown, { asked: { wrong, note } }))
  }
  if (step === 'publish') {
    try {
      if ((await site.data.cooperation.publish(actor, version)) === 'published')
        return seeOther(c, own, { said })
    } catch (error) {
      return refusedWith(error)
    }
    const words = site.text('approval.notApproved')
    const wrong = [{ field: undefined, label: site.text('check.this'), words }]
    return answerRefused(c, site, { type: 'not-permitted', words }, () =>
      cooperationHtml(site, shown, { asked: { wrong, note } }),
    )
  }
  if (step === 'return' && note.trim() === '') {
    const wrong = [
      { field: 'note', label: site.text('approval.return.note'), words: site.text('issue.missing') },
    ]
    return answerWrong(c, site, wrong, () => cooperationHtml(site, shown, { asked: { wrong, note } }))
  }
  try {
    await site.data.cooperation.decide(actor, version, decisionOf(step, posted))
  } catch (error) {
    return refusedWith(error)
  }
  return seeOther(c, own, { said })
}

/** Freezes the page as the register has it today, as a draft, and goes on to it. */
export const servePageFreeze = (app: OpenAPIHono, ofWorld: Site): void =>
  serveWrite(
    app,
    {
      path: '/ministries/{actor}/cooperation',
      summary: 'Freezes a State’s page of multilateral cooperation as the register has it today',
      scope: 'enter',
      fields: z.object({
        with: z.record(z.string(), z.int()).optional().openapi({
          description:
            'Sections on their way that go along, approved and published together with the page: the revision of each by its id',
        }),
      }),
      gives: {
        id: z.string().openapi({ description: 'Name of the version: the beginning of its digest' }),
        outcome: z
          .enum(['stored', 'unchanged'])
          .openapi({ description: 'unchanged: this very page was frozen before' }),
      },
    },
    (c) => freeze(c, siteFor(c, ofWorld)),
  )

/** Asked for, approved, taken back, returned, published. */
export const servePageApproval = (app: OpenAPIHono, ofWorld: Site): void =>
  serveWrite(
    app,
    {
      path: '/ministries/{actor}/cooperation/{version}/approval',
      summary:
        'Asks for approval of a version of a page with the sections that go along, approves, returns or publishes all of it',
      scope: 'approve',
      fields: z.object(stepFields),
    },
    (c) => decide(c, siteFor(c, ofWorld)),
  )
