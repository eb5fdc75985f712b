// What was typed of a fact, field by field, before it is kept: with whom it is for, and who will have to approve it.
import { tiersSeen } from '../../../accounts/sight-of.ts'
import type { KindSpec } from '../../../facts/kind.ts'
import type { TypedFact } from '../../../facts/typed-fact.ts'
import type { OwnerShown } from '../../data/approval.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import type { Site } from '../../site.ts'
import { groupsOfFact, labelIn, tierTyped } from './fact-fields.ts'
import { ownersLine, partyCautions, saidField, thingsCalled } from './fact-said.ts'

type Typed = {
  typed: TypedFact
  kind: KindSpec & { name: string }
  doing: { as: 'enter' | 'correct' | 'withdraw' }
}

const unsaid = ['id', 'actor', 'kind', 'supersedes', 'retracts', 'tier']

/** The list. `hasOwners`: whether it goes on its way, so that somebody has to approve it. */
export const typedList = async (
  site: Site,
  { typed: all, kind, doing }: Typed,
  about: { owners: OwnerShown[]; notHeld: string[] },
  { hasOwners }: { hasOwners: boolean },
): Promise<Html> => {
  const { text } = site
  const called = await thingsCalled(site, kind, all)
  const cautions = hasOwners ? partyCautions(site, all, about) : nothing
  const hasParties = Boolean(all['body.parties']?.trim())
  const groups = groupsOfFact(site, kind, doing.as)
  const given = Object.entries(all).filter(([name, typed]) => typed.trim() !== '' && !unsaid.includes(name))
  const hasTiers = doing.as === 'enter' && tiersSeen(site.person, site.world, all.actor ?? '').length > 1
  return html`<dl class="checked">${given.map(([name, typed]) => html`<div><dt>${labelIn(groups, name) ?? name}</dt><dd>${name === 'quotation' ? html`<q class="quote">${inLanguage(typed, all.language || null)}</q>` : saidField(site, kind, [name, typed], called)}${name === 'body.parties' ? cautions : nothing}</dd></div>`)}${hasTiers ? html`<div><dt>${text('newFact.tier')}</dt><dd>${tierTyped(site, all.tier ?? '')}</dd></div>` : nothing}</dl>${hasParties ? nothing : cautions}${hasOwners ? ownersLine(site, about.owners) : nothing}`
}
