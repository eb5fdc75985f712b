// One engagement on the page of a State's ministry: a line that says it, and behind it the source's own words, what was
// read between them, and what it belongs to.
import { placeOf } from '../../engagements/engagement.ts'
import { rhythmOf } from '../../engagements/recurring.ts'
import { readRecurrence } from '../../facts/recurrence.ts'
import { ageMark } from '../age-words.ts'
import type { EngagementShown, MinistryOnPage, NamedActor } from '../data/engagements.ts'
import { type Html, html, inLanguage, nothing } from '../html.ts'
import { addressOf, type Site } from '../site.ts'
import { tierMark } from '../tier-mark.ts'
import { besideList, besideMark, factById, namingList } from './ministry-beside.ts'
import { seriesPlace } from './ministry-due.ts'
import { hrefOf } from './ministry-many.ts'
import { figureWords, markIf, stageWord, statusWords, whenWords, wordFor } from './ministry-words.ts'
import { indicatorsOf } from './plan-parts.ts'

/** Fields that the line, the figure or the note says already. */
const saidElsewhere = [
  ...['title', 'status', 'inferred', 'statedAsOf', 'unit', 'per', 'due'],
  ...['quantityComparator', 'targetComparator'],
]
const actorFields = ['parties', 'counterparts', 'beneficiaries', 'predecessor', 'body']
const dateFields = ['asOf', 'periodFrom', 'periodUntil', 'completedIn']

const actorName = (site: Site, actor: NamedActor): Html =>
  actor.page === null
    ? inLanguage(actor.name, 'en')
    : html`<a href="${addressOf(site, actor.page)}">${inLanguage(actor.name, 'en')}</a>`

const joined = (parts: Html[]): Html => html`${parts.map((part, i) => html`${i === 0 ? '' : ', '}${part}`)}`

/** A link to another fact of the page, by its title; its bare id where it stands on no part of this page. */
const factLink = (shown: MinistryOnPage, id: string): Html => {
  const other = factById(shown, id)
  return other === undefined
    ? html`${id}`
    : html`<a href="${hrefOf(shown, other.id)}">${inLanguage(other.title, 'en')}</a>`
}

/** A link to a pledge, one of its actions or one of its indicators. */
const instrumentLink = (site: Site, shown: MinistryOnPage, written: string): Html => {
  const [id = '', part] = written.split('/')
  const pledge = shown.pledges.find((one) => one.plan.id === id)?.plan
  if (pledge === undefined) return html`${written}`
  if (part === undefined)
    return html`<a href="${addressOf(site, `/plans/${id}`)}">${inLanguage(pledge.title, pledge.language)}</a>`
  const isIndicator = indicatorsOf(pledge).some((one) => one.number === part)
  return isIndicator
    ? html`<a href="${addressOf(site, `/plans/${id}/${part}`)}">${site.text('indicator.kicker', { number: part })}</a>`
    : html`<a href="${addressOf(site, `/plans/${id}#action-${part}`)}">${site.text('plan.action', { number: part })}</a>`
}

const recurrenceWords = (site: Site, written: string): Html => {
  const recurrence = readRecurrence(written)
  if (recurrence === undefined) return html`${written}`
  return recurrence === 'continuous'
    ? html`${site.text('ministry.recurrence.continuous')}`
    : html`${site.voice.say(rhythmOf(recurrence))}`
}

const fieldValue = (site: Site, shown: MinistryOnPage, engagement: EngagementShown, name: string): Html => {
  const value = engagement.fields.find((field) => field.name === name)!.value
  const list = [value].flat().map(String)
  if (name === 'quantity' || name === 'target') return figureWords(site, engagement, name) ?? html`${list[0]}`
  if (actorFields.includes(name))
    return joined(
      list.map((id) =>
        actorName(site, shown.actors.find((one) => one.id === id) ?? { id, name: id, kind: '', page: null }),
      ),
    )
  if (name === 'partOf' || name === 'concerns') return joined(list.map((id) => factLink(shown, id)))
  if (name === 'instrument') return instrumentLink(site, shown, list[0]!)
  if (name === 'stages') return joined(list.map((stage) => html`${stageWord(site, stage)}`))
  if (name === 'recurrence') return recurrenceWords(site, list[0]!)
  if (dateFields.includes(name)) return html`${site.format.date(list[0]!)}`
  if (typeof value === 'boolean') return html`${site.text(value ? 'stateSheet.yes' : 'stateSheet.no')}`
  if (typeof value === 'number') return html`${String(value)}`
  return inLanguage(list.join(', '), 'en')
}

const fieldRow = (label: Html | string, value: Html): Html =>
  html`<div><dt>${label}</dt><dd>${value}</dd></div>`

const fieldList = (site: Site, shown: MinistryOnPage, engagement: EngagementShown): Html =>
  html`<dl class="fields">${engagement.relation === 'own' ? nothing : fieldRow(site.text('ministry.whose'), actorName(site, engagement.actor))}${fieldRow(site.text('ministry.when'), html`${whenWords(site, engagement)}${markIf(site, engagement, 'date', 'until', 'due')}`)}${engagement.fields
    .filter((field) => !saidElsewhere.includes(field.name))
    .map((field) =>
      fieldRow(
        wordFor(site, 'field', field.name),
        html`${fieldValue(site, shown, engagement, field.name)}${markIf(site, engagement, field.name, `${field.name}Comparator`)}`,
      ),
    )}</dl>`

/** Where the years of a promise that recurs stand, or that nobody can count them. */
const instancesLine = (site: Site, shown: MinistryOnPage, engagement: EngagementShown): Html => {
  const { text } = site
  const place = seriesPlace(shown, engagement.id)
  if (place !== undefined) return html`<p><a href="#${place}">${text('ministry.series.link')}</a></p>`
  const uncounted = shown.owed.find(
    ({ actor, instrument, status }) =>
      status === 'not-assessable' &&
      actor === engagement.actor.id &&
      (instrument === engagement.id || `${actor}/${instrument}` === engagement.id),
  )
  return uncounted === undefined ? nothing : html`<p>${site.voice.say(uncounted.derivation)}</p>`
}

const sourceLine = (site: Site, engagement: EngagementShown): Html => {
  const { text, format } = site
  const { source } = engagement
  if (source === null) return html`<p class="where">${text('fact.noSource')}</p>`
  const title = inLanguage(source.title, engagement.language)
  const stated =
    source.date === null ? text('fact.undated') : text('fact.statedOn', { date: format.date(source.date) })
  return html`<p class="where">${source.address === null ? title : html`<a href="${source.address}" rel="external noreferrer">${title}</a>`}${source.publisher === null ? nothing : html`, ${inLanguage(source.publisher, 'en')}`}${engagement.locator === null ? nothing : html`, ${inLanguage(engagement.locator, 'en')}`} · <b>${stated}</b> · ${text('ministry.received', { date: format.shortDate(engagement.knownFrom) })}</p>`
}

/** Which languages its words are held in; said of the State's own promises where its language is known. */
const languageLine = (site: Site, shown: MinistryOnPage, engagement: EngagementShown): Html => {
  if (engagement.language === null) return nothing
  const { text, format } = site
  const { officialLanguage } = shown
  const lacks = officialLanguage !== null && officialLanguage !== engagement.language
  return html`<p class="quiet">${text('ministry.textHeld', { language: format.language(engagement.language) })}${lacks ? html` ${text('ministry.noOfficialText', { language: format.language(officialLanguage) })}` : nothing}</p>`
}

/** The line and what is behind it. The ids of the fact, those of its corrections too, are its place on the page. */
export const engagementItem = (site: Site, shown: MinistryOnPage, engagement: EngagementShown): Html => {
  const figure = figureWords(site, engagement, 'quantity') ?? figureWords(site, engagement, 'target')
  const kind = wordFor(site, 'kind', engagement.kind, engagement.kindTitle)
  return html`<li id="${placeOf(engagement.id)}">${engagement.alsoCalled.map((id) => html`<span id="${placeOf(id)}"></span>`)}<details class="engagement"><summary><span class="engagement-title">${inLanguage(engagement.title, 'en')}</span>${figure === null ? nothing : html`: <b>${figure}</b>`}
<span class="engagement-line">${kind} · ${whenWords(site, engagement)}${markIf(site, engagement, 'date', 'until', 'due')} ${statusWords(site, engagement)}${engagement.entered ? html` <span class="entered">${site.text('fact.entered')}</span>` : nothing}${tierMark(site, engagement)}${besideMark(site, shown, engagement)}</span></summary>
${engagement.quotation === null ? nothing : html`<blockquote class="quote">${inLanguage(engagement.quotation, engagement.language)}</blockquote>`}
${sourceLine(site, engagement)}${ageMark(site, engagement.age)}${besideList(site, shown, engagement)}
${fieldList(site, shown, engagement)}
${instancesLine(site, shown, engagement)}${namingList(site, shown, engagement)}${engagement.note === null ? nothing : html`<p class="quiet">${inLanguage(engagement.note, 'en')}</p>`}${languageLine(site, shown, engagement)}</details></li>`
}
