// What a report answered, as it looks: the same shapes as the states of a member, because they mean the same.
import type { MemberState } from '../indicators/show.ts'
import type { Answer } from '../reports/report.ts'
import { type Html, html, nothing } from './html.ts'
import { shapeOf, slugOf } from './marks.ts'
import type { Site } from './site.ts'
import type { TextKey } from './text.ts'

export type AnswerState = Answer['state']

/** In the order pages list them. */
export const answerStates: readonly AnswerState[] = ['yes', 'partly', 'no', 'not applicable', 'not reported']

const looks: Record<AnswerState, MemberState> = {
  yes: 'counted',
  partly: 'partly',
  no: 'not counted',
  'not applicable': 'not applicable',
  'not reported': 'not reported',
}
const words: Record<AnswerState, TextKey> = {
  yes: 'answer.yes',
  partly: 'answer.partly',
  no: 'answer.no',
  'not applicable': 'answer.not applicable',
  'not reported': 'answer.not reported',
}

/** The member state whose look an answer has. */
export const lookOf = (state: AnswerState): MemberState => looks[state]

export const answerWord = (site: Site, state: AnswerState): string => site.text(words[state])

/** Shape on its field, then the word. */
export const answerMark = (site: Site, state: AnswerState): Html =>
  html`<span class="state"><span class="field f-${slugOf(looks[state])}">${shapeOf(looks[state])}</span> <span class="state-word">${answerWord(site, state)}</span></span>`

/** The number with its unit, where one was given. */
export const answerNumber = (site: Site, answer: Pick<Answer, 'number' | 'unit'>): Html =>
  answer.number === null
    ? nothing
    : html` <b class="num">${site.format.number(answer.number)}${answer.unit === null ? nothing : html` ${answer.unit}`}</b>`
