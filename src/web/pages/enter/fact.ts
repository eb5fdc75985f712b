// One fact that was entered here: what was stored, and what can be done about it.

import { z } from '@hono/zod-openapi'
import { entersIn } from '../../../accounts/may.ts'
import type { KindSpec } from '../../../facts/kind.ts'
import { evidenceSays } from '../../../indicators/names.ts'
import { problem } from '../../../problem.ts'
import type { EnteredFact } from '../../data/enter.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { layout } from '../../layout.ts'
import { idAsked } from '../../schemas/asked.ts'
import { factSchema } from '../../schemas/enter.ts'
import { addressOf, type Site } from '../../site.ts'
import { submittedMark } from '../../submitted-mark.ts'
import { tierMark } from '../../tier-mark.ts'
import type { TwinPage } from '../../twin.ts'
import { historyOf } from '../history/parts.ts'
import { workPath } from '../implementation/parts.ts'
import { groupsOfFact, labelIn } from './fact-fields.ts'
import { type Called, saidField, thingsCalled } from './fact-said.ts'
import { dayOf, factActions } from './start.ts'
import { type After, type AfterAsked, afterAsked, toldLine } from './told.ts'

const params = z.object({ id: idAsked })
type Params = z.output<typeof params>
type Loaded = {
  fact: EnteredFact
  kind: KindSpec
  called: Called
  /** The fact it took the place of or withdrew. */
  replaced: EnteredFact | undefined
}

/** What was stored, by what the form calls it. */
const rows = (site: Site, { fact, kind, called }: Loaded): [string | Html, Html][] => {
  const groups = groupsOfFact(site, kind, 'enter')
  const given: [string, string][] = [
    ...Object.entries(fact.typed),
    ['known_from', site.format.date(fact.knownFrom)],
    ...(fact.note === null ? [] : [['note', fact.note] as [string, string]]),
  ]
  return given.flatMap(([name, value]): [string | Html, Html][] => {
    const label = labelIn(groups, name)
    return label === undefined ? [] : [[label, saidField(site, kind, [name, value], called)]]
  })
}

const page = async (site: Site, loaded: Loaded, after: After | undefined): Promise<Html> => {
  const { fact } = loaded
  const { text } = site
  const title = text(fact.retracts === null ? 'newFact.done' : 'newFact.done.withdrawn')
  const replaced = fact.supersedes ?? fact.retracts
  return layout(site, {
    title: `${title}: ${site.voice.names.kind(fact.kind)}, ${fact.actorName}`,
    description: text('newFact.done.description', {
      kind: site.voice.names.kind(fact.kind),
      name: fact.actorName,
    }),
    path: `/enter/facts/${fact.id}`,
    crumbs: [{ label: text('enter.nav'), path: '/enter' }, { label: text('enter.fact') }],
    part: 'enter',
    body: html`${after === 'publish' || after === 'restore' ? toldLine(text(`told.${after}`)) : nothing}<header class="head done"><p class="kicker">${text.rich('newFact.kicker', { kind: site.voice.names.kind(fact.kind), name: inLanguage(fact.actorName, null) })}</p><h1>${title}</h1>
${fact.retracts === null ? html`<p class="lead">${evidenceSays(site.voice, fact)}</p>` : nothing}${fact.entered ? html`<p><span class="entered">${text('enter.marked')}</span></p>` : fact.submitted ? html`<p>${submittedMark(site, fact)}${fact.approvedBy.length > 1 ? html` ${text.rich('newFact.approvedBy', { owners: inLanguage(fact.approvedBy.join(', '), null) })}` : nothing}</p>` : nothing}${fact.tier === 'public' ? nothing : html`<p>${tierMark(site, fact)}</p>`}
${replaced === null ? nothing : html`<p>${text(fact.supersedes === null ? 'newFact.withdraws' : 'newFact.replaces')}: <a href="${addressOf(site, `/enter/facts/${replaced}`)}">${loaded.replaced === undefined ? replaced : evidenceSays(site.voice, loaded.replaced)}</a></p>`}</header>
<table class="plain"><caption class="vh">${title}</caption><thead><tr><th scope="col">${text('newFact.field')}</th><th scope="col">${text('newFact.value')}</th></tr></thead><tbody>${rows(site, loaded).map(([label, value]) => html`<tr><th scope="row">${label}</th><td>${value}</td></tr>`)}</tbody></table>
<p class="quiet">${text('enter.recorded')}: ${dayOf(site, fact.recordedAt)}. ${text('newFact.done.never')}</p>
<p>${factActions(site, fact)}</p>${await historyOf(site, `fact:${fact.id}`)}
<ul class="onward">${loaded.kind.topic === 'implementation' && fact.retracts === null ? html`<li><a href="${addressOf(site, workPath(fact.id))}">${text('newFact.done.work')}</a></li>` : nothing}<li><a href="${addressOf(site, `/states/${fact.actor}`)}">${text('done.state', { name: fact.actorName })}</a></li><li><a href="${addressOf(site, '/enter')}">${text('done.another')}</a></li></ul>`,
  })
}

export const factPage: TwinPage<Params, AfterAsked, Loaded> = {
  path: '/enter/facts/{id}',
  summary: 'A fact entered here',
  params,
  query: afterAsked,
  data: factSchema,
  example: async (site) => {
    if (!entersIn(site.person, site.world)) return undefined
    const fact = (await site.data.enter.listEnteredFacts())[0]
    return fact === undefined ? undefined : `/enter/facts/${fact.id}`
  },
  load: async (site, asked) => {
    const fact = await site.data.enter.findFact({ id: asked.params.id })
    if (fact === undefined) throw problem('not-found', site.text('newFact.lost'))
    const kind = (await site.data.enter.listFactKinds())[fact.kind]
    // A status comes in with its page and is no fact of a form.
    if (kind === undefined) throw problem('not-found', site.text('newFact.lost'))
    const before = fact.supersedes ?? fact.retracts
    const replaced =
      before === null
        ? undefined
        : await site.data.enter.findFact({ id: before, actor: fact.actor, kind: fact.kind })
    return { fact, kind, called: await thingsCalled(site, kind, fact.typed), replaced }
  },
  page: (site, loaded, { query }) => page(site, loaded, query.after),
  json: ({ fact }) => ({ fact }),
  csv: ({ fact }) => ({
    columns: [
      'id',
      'actor',
      'kind',
      'says',
      'entered',
      'known_from',
      'recorded_at',
      'supersedes',
      'retracts',
      'note',
      'tier',
    ],
    rows: [
      [
        fact.id,
        fact.actor,
        fact.kind,
        fact.says,
        fact.entered,
        fact.knownFrom,
        fact.recordedAt,
        fact.supersedes,
        fact.retracts,
        fact.note,
        fact.tier,
      ],
    ],
  }),
}
