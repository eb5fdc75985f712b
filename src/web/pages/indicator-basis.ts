// What a value rests on: the rule in words, the other readings of the text, the registers, and how to recompute it.
import type { IndicatorShown } from '../../indicators/show.ts'
import { type Html, html, nothing } from '../html.ts'
import { readingName } from '../reading-name.ts'
import { addressOf, type Site, splitIndicator } from '../site.ts'
import { figuresOf, statusMark } from '../value-words.ts'

/** The rule in words. */
export const ruleSection = (site: Site, shown: IndicatorShown): Html => {
  const { text, voice } = site
  const { ours } = voice.names
  const { population, pending } = shown.ruleSaid
  const { note } = shown.ruleWords
  const wordsOf = (name: string): string =>
    ours(shown.readings.find((reading) => reading.name === name)?.words ?? shown.ruleWords.numerator)
  const numerator =
    shown.reading === 'default'
      ? wordsOf('default')
      : text('parts.reading', { words: wordsOf('default'), reading: wordsOf(shown.reading) })
  const line = (label: string, words: string | null): Html =>
    words === null ? nothing : html`<dt>${label}</dt><dd>${words}</dd>`
  return html`<section aria-labelledby="rule"><h2 id="rule">${text('indicator.rule')}</h2><dl class="rule">
${line(text('indicator.population'), voice.say(population))}
${line(text('indicator.numerator'), numerator)}
${line(text('indicator.pending'), pending === null ? null : voice.say(pending))}
${line(text('indicator.note'), note === null ? null : ours(note))}</dl></section>`
}

type Asked = { 'as-of'?: string; 'as-known-on'?: string }

/** Every reading the text allows, each with its value and a link to all of this page under it. */
export const readingsSection = (site: Site, shown: IndicatorShown, asked: Asked): Html => {
  if (shown.readings.length < 2) return nothing
  const { text } = site
  const { plan, number } = splitIndicator(shown.id)
  const link = (name: string): string =>
    addressOf(site, `/plans/${plan}/${number}`, {
      year: shown.year,
      'as-of': asked['as-of'],
      'as-known-on': asked['as-known-on'],
      reading: name === 'default' ? undefined : name,
    })
  return html`<section aria-labelledby="readings"><h2 id="readings">${text('indicator.readings')}</h2>
<p class="quiet">${text('indicator.readings.lead')}</p>
<ul class="readings" role="list">${shown.readings.map((reading) => {
    const here = reading.name === shown.reading
    return html`<li${here ? html` class="here" aria-current="true"` : nothing}><p class="reading-name"><a href="${link(reading.name)}">${readingName(site, reading.name)}</a>${here ? html` <span class="quiet">${text('indicator.shownHere')}</span>` : nothing}</p>
<p class="reading-figure num">${figuresOf(site, { ...reading, unit: shown.unit })}</p>
<p class="reading-words">${site.voice.names.ours(reading.words)}${reading.status === 'known' || reading.value === null ? nothing : html` ${statusMark(site, reading.status)}`}</p></li>`
  })}</ul></section>`
}

/** Which registers the value reads, how far each is complete, by whose word and of whose records. `nameOf`: actors by id. */
export const coverageSection = (
  site: Site,
  shown: IndicatorShown,
  nameOf: ReadonlyMap<string, string>,
): Html => {
  const { text, format, voice } = site
  const level = (name: 'complete' | 'partial' | 'none'): string =>
    text(name === 'none' ? 'coverage.level.none' : `coverage.${name}`)
  const { registers } = shown.coverage
  const headings = [
    text('indicator.coverage.register'),
    text('indicator.coverage.level'),
    text('indicator.coverage.until'),
    text('indicator.coverage.statedBy'),
  ]
  return html`<section aria-labelledby="coverage"><h2 id="coverage">${text('indicator.coverage')}</h2>
<p class="quiet">${text('indicator.coverage.lead')}</p>
${
  registers.length === 0
    ? html`<p>${text('indicator.coverage.none')}</p>`
    : html`<table role="table" class="plain stacks"><caption class="vh">${text('indicator.coverage')}</caption><thead role="rowgroup"><tr role="row">${headings.map((heading) => html`<th role="columnheader" scope="col">${heading}</th>`)}</tr></thead>
<tbody role="rowgroup">${registers.map(
        (register) =>
          html`<tr role="row"><th role="rowheader" scope="row">${voice.names.register(register.register)}</th><td role="cell" data-label="${headings[1]}">${level(register.level)}</td><td role="cell" data-label="${headings[2]}">${register.until === null ? (register.level === 'complete' ? text('indicator.coverage.wholePeriod') : '') : format.shortDate(register.until)}</td><td role="cell" data-label="${headings[3]}">${register.statedBy === null ? text('indicator.coverage.nobody') : html`<span>${voice.names.ours(register.statedBy)}${register.of === undefined ? nothing : html`<span class="block quiet">${text('coverage.of', { names: format.list(register.of.map((id) => nameOf.get(id) ?? id)) })}</span>`}${register.entered === true ? html`<span class="entered block">${text('fact.entered')}</span>` : nothing}</span>`}</td></tr>`,
      )}</tbody></table>`
}</section>`
}

/** The rule as data, its hash, and the command that gives the same value. */
export const checkSection = (site: Site, shown: IndicatorShown, asked: Asked): Html => {
  const { text } = site
  const { plan, number } = splitIndicator(shown.id)
  const command = [
    `pacta indicator show ${shown.id} --year ${shown.year}`,
    asked['as-of'] && `--as-of ${asked['as-of']}`,
    asked['as-known-on'] && `--as-known-on ${asked['as-known-on']}`,
    shown.reading !== 'default' && `--reading ${shown.reading}`,
    site.world === 'exercise' && '--world exercise',
    '--explain',
  ]
    .filter((part) => typeof part === 'string')
    .join(' ')
  return html`<section aria-labelledby="check"><h2 id="check">${text('indicator.check')}</h2><dl class="rule">
<dt>${text('indicator.check.rule')}</dt><dd><a href="${addressOf(site, `/plans/${plan}/${number}/rule.json`)}">rule.json</a></dd>
<dt>${text('indicator.check.hash')}</dt><dd><code class="hash">${shown.ruleHash}</code></dd>
<dt>${text('indicator.check.command')}</dt><dd><code>npm exec ${command.replace('pacta ', 'pacta -- ')}</code></dd>
</dl></section>`
}
