// A page of multilateral cooperation, as a ministry publishes it: its sections with every figure's day and source, which version
// it is, and what the register says since.
import { z } from '@hono/zod-openapi'
import type { PageContent, SectionOnPage } from '../../../cooperation/page.ts'
import { thingKey } from '../../../db/thing-key.ts'
import { problem } from '../../../problem.ts'
import { pagePath } from '../../cooperation-path.ts'
import type { CooperationShown } from '../../data/cooperation.ts'
import { errorSummary, titleOf, type Wrong } from '../../forms/errors.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { layout } from '../../layout.ts'
import { idAsked } from '../../schemas/asked.ts'
import { cooperationSchema } from '../../schemas/cooperation.ts'
import { addressOf, type Site } from '../../site.ts'
import type { TwinPage } from '../../twin.ts'
import { type ApprovalForm, approvalSection } from '../enter/approval.ts'
import { type After, afterAsked, toldLine, toldOf } from '../enter/told.ts'
import { historyOf } from '../history/parts.ts'
import { crumbsOfState, exampleOfState, pageOfState } from '../of-state.ts'
import { cooperationData, cooperationTable } from './as-data.ts'
import { comparedSection } from './compared-section.ts'
import { discardLink, goneLine } from './discard-link.ts'
import type { Told } from './fact-words.ts'
import { rateSection, withoutChance } from './rate-section.ts'
import { placeOfSection, saysAnything, sectionHtml } from './sections.ts'
import { sourcesSection } from './sources.ts'
import { changesSection, noticeOf, versionsSection, workSection } from './version-parts.ts'

const params = z.object({ actor: idAsked })
type Params = z.output<typeof params>
const query = afterAsked.extend({
  rated: z
    .enum(['yes'])
    .optional()
    .openapi({ description: 'Its reader has just said whether it was useful; said where it is asked' }),
  gone: z
    .string()
    .regex(/^[0-9a-f]{12}$/, 'is no draft; write the first twelve digits of its digest')
    .optional()
    .openapi({ description: 'The draft that its reader has just given up; said on top of the page' }),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'is not a language; write it as en or mn')
    .optional()
    .openapi({ description: 'Only what is written in this language (BCP 47); without it all side by side' }),
})
type Query = z.output<typeof query>
const versionParams = params.extend({
  version: z
    .string()
    .regex(/^(now|preview|\d{1,9}|[0-9a-f]{12,64})$/, 'is no version; write its number, its digest, or "now"')
    .openapi({
      description:
        'Number or digest of a version; "now": as the register has it today; "preview": with what was entered here',
    }),
})
type VersionParams = z.output<typeof versionParams>

/** Throws `not-found` where no such actor or version is held, or not for this reader. */
export const loadCooperation = async (
  site: Site,
  { actor, version }: { actor: string; version?: string },
): Promise<CooperationShown> => {
  const shown = await site.data.cooperation.show(actor, version)
  if (shown === undefined)
    throw problem(
      'not-found',
      version === undefined
        ? `No State or other actor is held under "${actor}".`
        : `No version "${version}" of the page of "${actor}" is held.`,
    )
  return shown
}

/** Where what is shown stands: the page itself where that is what it gives, otherwise the version. */
const pathOf = ({ actor, is, version, versions }: CooperationShown): string => {
  const current = versions.find(({ number }) => number !== null)
  if (version !== null)
    return version.sha256 === current?.sha256 ? pagePath(actor.id) : pagePath(actor.id, version.sha256)
  return is === 'now' && current === undefined ? pagePath(actor.id) : `${pagePath(actor.id)}/${is}`
}

const countsLine = (site: Site, { content }: CooperationShown): Html => {
  const { text, format } = site
  const documents = new Set(content.sources.map(({ title, address }) => `${title} ${address}`))
  return html`<p class="quiet">${text('cooperation.counts', {
    facts: format.number(content.facts.length),
    sections: format.number(content.sections.length),
    places: format.number(content.sources.length),
    documents: format.number(documents.size),
  })}</p>`
}

/** The languages in which nothing of the page is written, neither by its office nor by a source that it quotes. */
const unwrittenIn = ({ languages, sections, sources }: PageContent): string[] =>
  languages.filter(
    (language) =>
      sources.every((source) => source.language !== language) &&
      sections.every(
        ({ written, told }) =>
          written.every((words) => words[language] === undefined) &&
          told.flat().every(({ lead }) => lead[language] === undefined),
      ),
  )

/** The languages to choose from; `shown`: those that stand on the page as it is. */
const languageNav = (
  site: Site,
  page: CooperationShown,
  { unwritten, shown }: { unwritten: readonly string[]; shown: readonly string[] },
): Html => {
  const { languages } = page.content
  if (languages.length < 2) return nothing
  const { text } = site
  const path = pathOf(page)
  const chosen = shown.length === 1 ? shown[0] : undefined
  const entries = [
    { code: undefined, label: text('cooperation.both') },
    ...languages.map((code) => ({
      code,
      label: text('cooperation.only', { language: site.format.language(code) }),
    })),
  ]
  return html`<nav class="jumps page-contents" aria-label="${text('cooperation.languages')}"><ul role="list">${entries.map(
    ({ code, label }) =>
      html`<li><a href="${addressOf(site, path, { language: code })}"${code === chosen ? html` aria-current="true"` : nothing}>${label}</a></li>`,
  )}</ul></nav>${unwritten.map((code) => html`<p class="quiet">${text('cooperation.nothingWritten', { language: site.format.language(code) })}</p>`)}`
}

const jumps = (site: Site, sections: readonly SectionOnPage[], language: string): Html =>
  html`<nav class="jumps page-contents" aria-label="${site.text('cooperation.contents')}"><ul role="list">${sections.map(
    (section) =>
      html`<li><a href="#${placeOfSection(section)}">${
        section.title[language] === undefined
          ? inLanguage(section.title.en ?? '', 'en')
          : inLanguage(section.title[language], language)
      }</a></li>`,
  )}<li><a href="#sources">${site.text('cooperation.sources')}</a></li></ul></nav>`

/** What approving is called where sections on their way go along. */
const withSections = ({ text }: Site, { compared }: CooperationShown): Pick<ApprovalForm, 'approve'> => {
  const count = compared?.sections.filter(({ draft }) => draft !== null).length ?? 0
  return count === 0
    ? {}
    : {
        approve: {
          button: text('cooperation.approve', { count }),
          lead: text('cooperation.approve.lead'),
        },
      }
}

/** The page as HTML. `asked`: what was wrong with a form of it as sent. */
export const cooperationHtml = async (
  site: Site,
  shown: CooperationShown,
  given: {
    language?: string | undefined
    after?: After | undefined
    /** The draft that its reader has just given up. */
    gone?: string | undefined
    /** Its reader has just said whether it was useful. */
    rated?: 'yes' | undefined
    asked?: { wrong: readonly Wrong[]; note: string }
  } = {},
): Promise<Html> => {
  const { text } = site
  const { actor, content, standing } = shown
  const { language, after, gone, rated, asked = { wrong: [], note: '' } } = given
  const { name } = actor
  const chosen = language !== undefined && content.languages.includes(language) ? language : undefined
  // Whoever reads the page in one of its languages reads that first.
  const inOrder = content.languages.toSorted(
    (a, b) => Number(b === site.language) - Number(a === site.language),
  )
  const unwritten = unwrittenIn(content)
  const languages = chosen === undefined ? inOrder : [chosen]
  const told: Told = {
    content,
    today: shown.today,
    corrected: new Set(shown.changes?.corrected.map(({ id }) => id)),
    hasWithheld: shown.withheld > 0,
    unwritten,
  }
  const sections = content.sections.filter((section) => saysAnything(site, told, section, languages))
  const path = pathOf(shown)
  return layout(site, {
    title: titleOf(site, text('cooperation.title', { name }), asked.wrong),
    description: text('cooperation.description', { name }),
    path,
    query: { language: chosen },
    crumbs: crumbsOfState(site, actor, { label: text('cooperation.crumb') }),
    part: 'states',
    body: html`${standing === null ? nothing : toldLine(toldOf(site, after, standing))}${await goneLine(site, actor.id, gone)}${errorSummary(site, asked.wrong)}
<header class="head"><p class="kicker">${inLanguage(name, null)}</p>
<h1>${text('cooperation.heading')}</h1>
${noticeOf(site, shown)}
${countsLine(site, shown)}${shown.version === null ? nothing : await historyOf(site, thingKey.page(shown.version.sha256))}</header>
${await comparedSection(site, shown)}
${standing === null ? nothing : approvalSection(site, standing, { action: addressOf(site, `${pagePath(actor.id, shown.version!.sha256)}/approval`), revision: null, publish: { button: text('cooperation.publish'), lead: text('cooperation.publish.lead') }, ...withSections(site, shown), isBlocked: (shown.compared?.stale.length ?? 0) > 0, ...asked })}${discardLink(site, shown)}
${languageNav(site, shown, { unwritten, shown: languages })}
${content.sections.length === 0 ? html`<p>${text('cooperation.empty', { name })}</p>` : jumps(site, sections, languages[0] ?? 'en')}
<div class="page-columns page-of-${String(Math.min(languages.length, 2))}">${sections.map((section) =>
      sectionHtml(
        site,
        told,
        section,
        languages.filter((language) => saysAnything(site, told, section, [language])),
      ),
    )}</div>
${changesSection(site, shown)}
${rateSection(site, shown, { whence: { back: path === pagePath(actor.id) ? 'page' : 'version', only: chosen }, isRated: rated === 'yes' })}
${sourcesSection(site, content)}
${versionsSection(site, shown)}
${workSection(site, shown)}`,
  })
}

const common = {
  data: cooperationSchema,
  withoutChance,
  json: cooperationData,
  csv: cooperationTable,
}

export const cooperationPage: TwinPage<Params, Query, CooperationShown> = {
  path: '/ministries/{actor}/cooperation',
  summary: 'A State’s page of multilateral cooperation',
  params: params as unknown as z.ZodType<Params>,
  query,
  ...common,
  ...pageOfState('actor', pagePath),
  load: (site, { params: { actor } }) => loadCooperation(site, { actor }),
  page: (site, shown, { query: asked }) => cooperationHtml(site, shown, asked),
}

export const cooperationVersionPage: TwinPage<VersionParams, Query, CooperationShown> = {
  path: '/ministries/{actor}/cooperation/{version}',
  summary: 'A version of a State’s page of multilateral cooperation',
  params: versionParams as unknown as z.ZodType<VersionParams>,
  query,
  ...common,
  example: exampleOfState((id) => `${pagePath(id)}/now`),
  load: (site, { params: asked }) => loadCooperation(site, asked),
  page: (site, shown, { query: asked }) => cooperationHtml(site, shown, asked),
}
