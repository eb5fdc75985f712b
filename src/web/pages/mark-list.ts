// How to read the marks: each state a member can be in, with its meaning.
import { type Html, html } from '../html.ts'
import { memberStates, shapeOf, slugOf, stateWord } from '../marks.ts'
import type { Site } from '../site.ts'

/** Needs `markShapes` on the page. */
export const markList = (site: Site): Html =>
  html`<dl class="marks">${memberStates.map(
    (state) =>
      html`<div><dt><span class="field f-${slugOf(state)}">${shapeOf(state)}</span> ${stateWord(site, state)}</dt><dd>${site.text(`state.${state}.means`)}</dd></div>`,
  )}</dl>`
