// A field of a form as HTML: its label, its hint, what stands beside it, what is wrong with it, and what was typed, all
// tied together so that it is read aloud as it is seen. Nothing is checked by the browser: every mistake is answered in
// words, with what was typed still in its place.
import { type Html, html, nothing } from '../html.ts'
import type { Site } from '../site.ts'

export type Option = { value: string; label: string | Html }

export type Field = {
  /** What it is sent as, such as `document.receivedOn`. */
  name: string
  label: string | Html
  hint?: string | Html
  isNeeded?: boolean
  /** What may help to answer, such as the figure of the year before; or what someone else has saved meanwhile. */
  beside?: readonly Html[]
} & (
  | {
      as: 'text'
      width?: 'year' | 'short' | 'wide'
      inputMode?: 'numeric' | 'decimal' | 'url' | 'email'
      /** What a browser may fill in, by its name in HTML, such as `username`; default: nothing. */
      autocomplete?: string
      /** Not shown as it is typed, and never sent back. */
      isHidden?: boolean
      /** Written behind the field. */
      unit?: string
      /** What may be written, to choose from while writing. */
      suggestions?: readonly string[]
    }
  | { as: 'lines'; rows: number }
  | { as: 'choice'; options: readonly Option[] }
  | { as: 'select'; options: readonly Option[] }
)

/** What a form shows: the texts typed, and what is wrong, by field. */
export type Filled = {
  typed: Readonly<Record<string, string>>
  wrong: ReadonlyMap<string, readonly string[]>
}

/** The id of a field's element, where an error leads to. */
export const fieldId = (name: string): string => `f-${name.replace(/[^\w-]/g, '-')}`

const labelWords = (site: Site, field: Pick<Field, 'label' | 'isNeeded'>): Html =>
  field.isNeeded === true
    ? html`${field.label} <span class="needed">${site.text('form.needed')}</span>`
    : html`${field.label}`

/** The parts that describe a field, in the order they are read, and the attribute that ties them to it. */
const described = (
  site: Site,
  field: Pick<Field, 'name' | 'hint' | 'beside'>,
  filled: Filled,
): { parts: Html; attributes: Html } => {
  const id = fieldId(field.name)
  const wrong = filled.wrong.get(field.name) ?? []
  const beside = field.beside ?? []
  const ids = [
    ...(field.hint === undefined ? [] : [`${id}-hint`]),
    ...(beside.length === 0 ? [] : [`${id}-beside`]),
    ...(wrong.length === 0 ? [] : [`${id}-wrong`]),
  ]
  return {
    parts: html`${field.hint === undefined ? nothing : html`<p class="hint" id="${id}-hint">${field.hint}</p>`}${
      beside.length === 0 ? nothing : html`<div class="beside-field" id="${id}-beside">${beside}</div>`
    }${
      wrong.length === 0
        ? nothing
        : html`<p class="wrong" id="${id}-wrong"><span class="vh">${site.text('form.error')}</span> ${wrong.join(' ')}</p>`
    }`,
    attributes: html`${ids.length === 0 ? nothing : html` aria-describedby="${ids.join(' ')}"`}${wrong.length === 0 ? nothing : html` aria-invalid="true"`}`,
  }
}

const classes = (filled: Filled, name: string, own: string): string =>
  filled.wrong.has(name) ? `${own} is-wrong` : own

const radioList = (field: Field & { as: 'choice' }, filled: Filled): Html => {
  const typed = filled.typed[field.name] ?? ''
  return html`<div class="field-choices">${field.options.map((option, i) => {
    const id = i === 0 ? fieldId(field.name) : `${fieldId(field.name)}-${i + 1}`
    return html`<div class="choice"><input type="radio" id="${id}" name="${field.name}" value="${option.value}"${option.value === typed ? html` checked` : nothing}><label for="${id}">${option.label}</label></div>`
  })}</div>`
}

/** Radio buttons whose question stands elsewhere, in the element `labelledBy`. */
export const radiosUnder = (
  site: Site,
  field: Field & { as: 'choice' },
  filled: Filled,
  labelledBy: string,
): Html => {
  const { parts, attributes } = described(site, field, filled)
  return html`<div class="${classes(filled, field.name, 'field-block')}" role="radiogroup" aria-labelledby="${labelledBy}"${attributes}>${parts}${radioList(field, filled)}</div>`
}

/** One field with all that belongs to it. */
export const fieldHtml = (site: Site, field: Field, filled: Filled): Html => {
  const { parts, attributes } = described(site, field, filled)
  const id = fieldId(field.name)
  const typed = filled.typed[field.name] ?? ''
  const label = labelWords(site, field)
  const block = classes(filled, field.name, 'field-block')
  if (field.as === 'choice')
    return html`<fieldset class="${block}" role="radiogroup"${attributes}><legend>${label}</legend>${parts}${radioList(field, filled)}</fieldset>`
  const opened = html`<div class="${block}"><label for="${id}">${label}</label>${parts}`
  if (field.as === 'select')
    return html`${opened}<select id="${id}" name="${field.name}"${attributes}>${field.options.map(
      (option) =>
        html`<option value="${option.value}"${option.value === typed ? html` selected` : nothing}>${option.label}</option>`,
    )}</select></div>`
  if (field.as === 'lines')
    // A line end right after the opening tag is dropped by browsers: the one given here, not one that was typed.
    return html`${opened}<textarea id="${id}" name="${field.name}" rows="${field.rows}" dir="auto"${attributes}>
${typed}</textarea></div>`
  const sort = field.isHidden === true ? 'password' : 'text'
  return html`${opened}<span class="with-unit"><input class="w-${field.width ?? 'wide'}" type="${sort}" id="${id}" name="${field.name}" value="${field.isHidden === true ? '' : typed}" autocomplete="${field.autocomplete ?? 'off'}" dir="auto"${
    field.inputMode === undefined ? nothing : html` inputmode="${field.inputMode}"`
  }${field.suggestions === undefined ? nothing : html` list="${id}-list"`}${attributes}>${field.unit === undefined ? nothing : html` <span class="unit">${field.unit}</span>`}</span>${
    field.suggestions === undefined
      ? nothing
      : html`<datalist id="${id}-list">${field.suggestions.map((one) => html`<option value="${one}">`)}</datalist>`
  }</div>`
}
