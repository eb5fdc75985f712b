// The page of a meeting: who was there, what was on the agenda, its minutes, and each decision with the tasks it became.
import type { DecisionView, MeetingView } from '../../../implementation/meetings.ts'
import type { Called } from '../../data/implementation.ts'
import { type Html, html, inLanguage, nothing, spokenIn } from '../../html.ts'
import type { Site } from '../../site.ts'
import { taskTable } from './bodies-section.ts'
import { calledList, workLink, writeLink, writeLinks } from './parts.ts'

/** Who promised, by id: whoever of them its reader writes for may go on from here. */
type Given = { called: Called; parties: readonly string[] }

const decisionItem = (site: Site, actor: string, { called, parties }: Given, decision: DecisionView): Html =>
  html`<li><p>${decision.number === null ? nothing : html`<span class="num">${decision.number}</span> `}${workLink(site, decision.id, inLanguage(decision.text, decision.language))}</p>${decision.tasks.length === 0 ? html`<p class="quiet">${site.text('implementation.noTask')}</p>` : taskTable(site, called, decision.tasks)}
${writeLinks([writeLink(site, { kind: 'task', actors: [actor, ...parties], called, label: site.text('implementation.add.task'), fields: { decision: decision.id } })])}</li>`

/** Everything about a meeting below what is stated of it. */
export const meetingParts = (site: Site, meeting: MeetingView, given: Given): Html => {
  const { text } = site
  const { called, parties } = given
  const { agenda, minutes, decisions, present, language, actor } = meeting
  return html`${present.length === 0 ? nothing : html`<section aria-labelledby="present"><h2 id="present">${text('implementation.present')}</h2><p>${calledList(called, present)}</p></section>`}
${agenda.length === 0 ? nothing : html`<section aria-labelledby="agenda"><h2 id="agenda">${text('implementation.agenda')}</h2><ol class="agenda">${agenda.map((item) => html`<li>${inLanguage(item, language)}</li>`)}</ol></section>`}
${minutes === null ? nothing : html`<section aria-labelledby="minutes"><h2 id="minutes">${text('implementation.minutes')}</h2><div class="verbatim said-lines"${spokenIn(language ?? 'und')}>${minutes}</div></section>`}
<section aria-labelledby="decisions"><h2 id="decisions">${text('implementation.decisions')}</h2>
${decisions.length === 0 ? html`<p>${text('implementation.noDecisions')}</p>` : html`<ol class="recommendations" role="list">${decisions.map((one) => decisionItem(site, actor, given, one))}</ol>`}
${writeLinks([writeLink(site, { kind: 'meeting-decision', actors: [actor, ...parties], called, label: text('implementation.add.decision'), fields: { meeting: meeting.id } })])}</section>`
}
