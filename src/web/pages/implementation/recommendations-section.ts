// The recommendations of studies: which an action takes up, which none does, and actions that rest on none.
import type { RecommendationView, StudyView } from '../../../implementation/recommendations.ts'
import type { ImplementationShown } from '../../data/implementation.ts'
import { type Html, html, inLanguage, nothing, spokenIn } from '../../html.ts'
import type { Site } from '../../site.ts'
import { withoutMarks } from '../../text.ts'
import { bringLink } from '../enter/recommendations.ts'
import { markWords, workLink, writeLink, writeLinks } from './parts.ts'

/** One step to take it up: the form that corrects an action, with this recommendation filled in. */
const takeUp = (site: Site, { plans }: ImplementationShown, one: RecommendationView): Html => {
  const links = plans
    .flatMap(({ actions }) => actions)
    .flatMap(({ version, actor, number, title, language, recommendations }) => {
      if (version === null) return []
      const link = writeLink(site, {
        ...{ kind: 'plan-action', actors: [actor], label: [number, title].filter(Boolean).join(' ') },
        fields: { recommendations: [...recommendations, one.id].join('; ') },
        corrects: {
          id: version,
          note: withoutMarks(site.text('implementation.takesUp', { number: one.number })),
        },
      })
      return link === nothing
        ? []
        : [html`<li${language === null ? nothing : spokenIn(language)}>${link}</li>`]
    })
  return links.length === 0
    ? nothing
    : html`<details class="take-up"><summary>${site.text('implementation.takeUp')} <span class="quiet num">${site.format.number(links.length)}</span></summary><ul>${links}</ul></details>`
}

/** How many of them an action takes up. */
const takenUpOf = (recommendations: readonly RecommendationView[]): { n: number; N: number } => ({
  n: recommendations.filter(({ actions }) => actions.length > 0).length,
  N: recommendations.length,
})

const item = (site: Site, shown: ImplementationShown, one: RecommendationView): Html =>
  html`<li><p><span class="num">${one.number}</span> <span class="verbatim">${inLanguage(one.text, one.language)}</span>${markWords(site, one)}</p><p class="quiet">${
    one.actions.length === 0
      ? html`○ ${site.text('implementation.noAction')}`
      : html`✓ ${site.text('implementation.takenUpBy')} ${one.actions.map((id, i) => html`${i === 0 ? nothing : ', '}${workLink(site, id, shown.called[id] ?? id)}`)}`
  }${one.stoppedActions.length === 0 ? nothing : html` <span class="quiet">■ ${site.text('implementation.stoppedBy')} ${one.stoppedActions.map((id, i) => html`${i === 0 ? nothing : ', '}${workLink(site, id, shown.called[id] ?? id)}`)}</span>`}</p>${one.actions.length === 0 ? takeUp(site, shown, one) : nothing}</li>`

const studyPart = (site: Site, shown: ImplementationShown, study: StudyView): Html => {
  const { text } = site
  const groups = [...Map.groupBy(study.recommendations, ({ group }) => group ?? '')]
  return html`<h3>${workLink(site, study.id, inLanguage(study.title, study.language))}${markWords(site, study)}</h3>
<p>${study.recommendations.length === 0 ? text('implementation.noRecommendations') : text('implementation.takenUp', { n: study.takenUp, N: study.recommendations.length })}</p>
${groups.map(([group, own]) => html`${group === '' ? nothing : html`<h4>${inLanguage(group, study.language)} <span class="quiet">${text('implementation.groupTakenUp', takenUpOf(own))}</span></h4>`}<ol class="recommendations" role="list">${own.map((one) => item(site, shown, one))}</ol>`)}
${study.without.length === 0 ? nothing : html`<p>${text('implementation.withoutRecommendation', { count: study.without.length })}</p><ul>${study.without.map((id) => html`<li>${workLink(site, id, shown.called[id] ?? id)}</li>`)}</ul>`}
${writeLinks([writeLink(site, { kind: 'recommendation', actors: [study.actor, ...shown.parties], called: shown.called, label: text('implementation.add.recommendation'), fields: { study: study.id } }), bringLink(site, study)])}`
}

export const recommendationsSection = (site: Site, shown: ImplementationShown): Html =>
  html`<section aria-labelledby="recommendations"><h2 id="recommendations">${site.text('implementation.recommendations')}</h2>
${shown.studies.length === 0 ? html`<p>${site.text('implementation.noStudies')}</p>` : shown.studies.map((study) => studyPart(site, shown, study))}
${writeLinks([writeLink(site, { kind: 'study', actors: shown.parties, called: shown.called, label: site.text('implementation.add.study'), fields: { instrument: shown.instrument } })])}</section>`
