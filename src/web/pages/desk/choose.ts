// Whose page it is, where nobody's is known: chosen from the actors held. The single desk's choice is kept.
import type { OpenAPIHono } from '@hono/zod-openapi'
import { z } from '@hono/zod-openapi'
import { readPosted, seeOther } from '../../forms/posted.ts'
import { type Html, html, nothing } from '../../html.ts'
import { addressOf, type Site } from '../../site.ts'
import { siteFor } from '../../viewer.ts'
import { serveWrite } from '../../write.ts'

/** A form that asks for an actor. Where the single desk sends it, its choice is kept; elsewhere the page of the actor opens. */
export const chooseForm = async (site: Site, chosen?: string): Promise<Html> => {
  const { text } = site
  const isDesk = site.person.as === 'desk'
  const actors = await site.data.listDeskActors()
  const group = (label: string, of: typeof actors): Html =>
    html`<optgroup label="${label}">${of
      .toSorted((a, b) => site.format.compare(a.name, b.name))
      .map(
        ({ id, name }) =>
          html`<option value="${id}"${id === chosen ? html` selected` : nothing}>${name}</option>`,
      )}</optgroup>`
  const states = actors.filter(({ kind }) => kind === 'state')
  const others = actors.filter(({ kind }) => kind !== 'state')
  return html`<form class="ask" method="${isDesk ? 'post' : 'get'}" action="${addressOf(site, '/desk')}" aria-label="${text('desk.choose')}">
<p><label for="desk-actor">${text('desk.whose')}</label><select id="desk-actor" name="actor" required>${chosen === undefined ? html`<option value="">${text('begin.choose')}</option>` : nothing}${group(text('states.title'), states)}${others.length === 0 ? nothing : group(text('desk.others'), others)}</select></p>
<p><button type="submit">${text(isDesk ? 'desk.keep' : 'desk.open')}</button></p></form>`
}

export const serveDeskChoice = (app: OpenAPIHono, ofWorld: Site): void => {
  serveWrite(
    app,
    {
      path: '/desk',
      summary: 'Keeps whose page the single desk is',
      scope: 'enter',
      fields: z.object({ actor: z.string().openapi({ description: 'Id of a State or other actor' }) }),
      refusals: ['not-found'],
    },
    async (c) => {
      const site = siteFor(c, ofWorld)
      const { actor = '' } = await readPosted(c, site)
      await site.data.chooseOwnActor(actor)
      return seeOther(c, addressOf(site, '/desk'))
    },
  )
}
