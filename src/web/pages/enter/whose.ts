// Of whom somebody enters something: the forms list those they may write for, and nobody else.
import { entersAny, mayEnterOf, recordsOf } from '../../../accounts/may.ts'
import { permitEnteringOf } from '../../../accounts/permit.ts'
import { isKeeper, keeperOf } from '../../../accounts/person.ts'
import type { Questionnaire } from '../../../rules/questionnaire-schema.ts'
import type { Field, Option } from '../../forms/field.ts'
import { type Html, html } from '../../html.ts'
import { nameStates } from '../../names.ts'
import { addressOf, type Site } from '../../site.ts'

type Entered = 'fact' | 'report'

/** The States, by name. */
const stateOptions = async (site: Site): Promise<Option[]> =>
  (await nameStates(site, await site.data.listStates()))
    .toSorted((a, b) => site.format.compare(a.name, b.name))
    .map((state) => ({ value: state.id, label: `${state.name} (${state.iso3 ?? state.id})` }))

/** Everyone else of whom something is held, by name. */
const otherOptions = async (site: Site): Promise<Option[]> =>
  (await site.data.enter.listOtherActors())
    .toSorted((a, b) => site.format.compare(a.name, b.name))
    .map((actor) => ({ value: actor.id, label: actor.name }))

/** Of whom it may be entered, as a field: those its reader writes for; undefined where there is nobody. One alone is chosen already. */
export const actorField = async (site: Site, entered: Entered, label: string): Promise<Field | undefined> => {
  const { person, world, text } = site
  const all = [...(await stateOptions(site)), ...(entered === 'report' ? [] : await otherOptions(site))]
  const theirs = all.filter(({ value }) => mayEnterOf(person, entered, { world, actor: value }))
  if (theirs.length === 0) return undefined
  const options = theirs.length === 1 ? theirs : [{ value: '', label: text('begin.choose') }, ...theirs]
  return { as: 'select', name: 'actor', label, isNeeded: true, options }
}

/** The questionnaires that somebody with its reader's roles fills in: a committee's own are not offered to a ministry. */
export const questionnairesToAnswer = async (site: Site): Promise<Questionnaire[]> => {
  const { person, world } = site
  const held = person.as === 'person' ? person.grants.flatMap(({ of }) => of ?? []) : []
  return (await site.data.enter.listQuestionnaires()).filter(({ answeredBy, treaty }) =>
    site.may('enter', {
      ...{ kind: 'report', world, state: 'draft', tier: 'public', departments: [], writtenBy: null },
      owners: answeredBy === 'keeper' ? [] : held.filter((owner) => !isKeeper(owner)),
      keeper: treaty === '' ? null : keeperOf(treaty),
    }),
  )
}

/** Said in the form's place where there is nobody of whom its reader may enter anything. */
export const nobodyToEnter = (site: Site, entered: Entered): Html => {
  const { text } = site
  return html`<p>${text(entered === 'fact' ? 'whose.noFacts' : 'whose.noReports')}</p>
<p><a href="${addressOf(site, '/enter')}">${text('whose.back')}</a></p>`
}

/** Whether the form leads anywhere for its reader. */
export const leadsAnywhere = ({ person, world }: Site, entered: Entered): boolean =>
  entersAny(person, entered, world)

/** Refuses somebody else's actor before anything is typed. An actor that is not held is left to the form to name. */
export const permitActor = async (site: Site, entered: Entered, actor: string): Promise<void> => {
  if (actor === '' || (await site.data.findActor(actor)) === undefined) return
  const treaties =
    entered === 'fact' ? [] : (await site.data.enter.listQuestionnaires()).map(({ treaty }) => treaty ?? '')
  const keepers = [...new Set(treaties.filter((treaty) => treaty !== ''))].map(keeperOf)
  permitEnteringOf(site.person, entered, { world: site.world, actor, keepers })
}

/** Whether its reader may declare an actor's records complete. */
export const mayDeclare = (site: Site, actor: string): boolean =>
  site.may('declare-complete', recordsOf(site.world, actor))

/** Those whose records its reader may declare complete, by name. */
export const ownerOptions = async (site: Site): Promise<Option[]> =>
  [...(await stateOptions(site)), ...(await otherOptions(site))].filter(({ value }) =>
    mayDeclare(site, value),
  )

/** Where the records of a period are declared complete. */
export const completePath = '/enter/complete'

/** Whether there is anyone whose records its reader may declare complete. */
export const declaresAny = (site: Site): boolean =>
  ['', ...(site.person.as === 'person' ? site.person.grants.flatMap(({ of }) => of ?? []) : [])].some(
    (actor) => mayDeclare(site, actor),
  )
