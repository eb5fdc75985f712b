// A field of a form as HTML: its label, its hint, what stands beside it, what is wrong with it, and what was typed, all
// tied together so that it is read aloud as it is seen. Nothing is checked by the browser: every mistake is answered in
// words, with what was typed still in its place.
import { listTyped } from '../../facts/list-field.ts'
import { writtenRows } from '../../facts/rows-field.ts'
import { type Html, html, nothing } from '../html.ts'
import type { Site } from '../site.ts'

export type Option = { value: string; label: string | Html }

/** What may be written; with a label where it does not speak for itself. */
export type Suggestion = string | { value: string; label: string }

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
      suggestions?: readonly Suggestion[]
    }
  | { as: 'lines'; rows: number }
  | { as: 'choice'; options: readonly Option[] }
  /** `groups`: more options, each group under what its label says of it. */
  | {
      as: 'select'
      options: readonly Option[]
      groups?: readonly { label: string; options: readonly Option[] }[]
    }
  /** Several entries, a field for each; what is typed is one text, entries apart by ";". */
  | { as: 'several'; options?: readonly Option[]; suggestions?: readonly Suggestion[] }
  /** Small rows with columns; what is typed is one text, as `rows-field.ts` has it. */
  | { as: 'rows'; columns: readonly RowColumn[] }
)

/** A column of small rows: of what is chosen with `options`, otherwise typed. */
export type RowColumn = {
  name: string
  label: string
  options?: readonly Option[]
  suggestions?: readonly Suggestion[]
  isNumber?: boolean
}

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

/** Empty fields behind those filled in; the form shown again has as many anew. */
const emptyEntries = 2

/** Shows the form once more with everything typed, and more empty fields. */
const moreButton = (site: Site): Html =>
  html`<p class="more-fields"><button type="submit" name="step" value="edit" class="second">${site.text('form.more')}</button></p>`

/** What was typed and is none of the options is kept for whoever typed it. */
const keptOption = (options: readonly Option[], typed: string): Html =>
  typed === '' || options.some(({ value }) => value === typed)
    ? nothing
    : html`<option value="${typed}" selected>${typed}</option>`

const optionsHtml = (site: Site, options: readonly Option[], typed: string): Html => {
  return html`<option value="">${site.text('begin.choose')}</option>${keptOption(options, typed)}${options.map(
    (option) =>
      html`<option value="${option.value}"${option.value === typed ? html` selected` : nothing}>${option.label}</option>`,
  )}`
}

const suggestionList = (id: string, suggestions: readonly Suggestion[] | undefined): Html =>
  suggestions === undefined
    ? nothing
    : html`<datalist id="${id}-list">${suggestions.map((one) =>
        typeof one === 'string'
          ? html`<option value="${one}">`
          : html`<option value="${one.value}" label="${one.label}">`,
      )}</datalist>`

const severalList = (site: Site, field: Field & { as: 'several' }, typed: string): Html => {
  const id = fieldId(field.name)
  const entries = listTyped(typed)
  return html`<ol class="several">${[...entries, ...Array.from({ length: emptyEntries }, () => '')].map(
    (entry, i) => {
      const name = `${field.name}.${i}`
      const own = i === 0 ? id : fieldId(name)
      const label = site.text('form.entry', { number: i + 1 })
      return field.options === undefined
        ? html`<li><input class="w-wide" type="text" id="${own}" name="${name}" value="${entry}" autocomplete="off" dir="auto" aria-label="${label}"${field.suggestions === undefined ? nothing : html` list="${id}-list"`}></li>`
        : html`<li><select id="${own}" name="${name}" aria-label="${label}">${optionsHtml(site, field.options, entry)}</select></li>`
    },
  )}</ol>${suggestionList(id, field.suggestions)}${moreButton(site)}`
}

const rowsGrid = (site: Site, field: Field & { as: 'rows' }, typed: string): Html => {
  const id = fieldId(field.name)
  const written = typed.trim() === '' ? [] : writtenRows(typed)
  // What was written as one text and is no rows stays as it was written.
  if (written === undefined)
    return html`<textarea id="${id}" name="${field.name}" rows="3" dir="auto" aria-label="${field.label}">
${typed}</textarea>`
  const rows = [...written, ...Array.from({ length: emptyEntries }, (): Record<string, unknown> => ({}))]
  const cell = (
    row: Readonly<Record<string, unknown>>,
    column: RowColumn,
    i: number,
    isFirst: boolean,
  ): Html => {
    const name = `${field.name}.${i}.${column.name}`
    const own = isFirst ? id : fieldId(name)
    const value = row[column.name] === undefined ? '' : String(row[column.name])
    const label = site.text('form.cell', { column: column.label, number: i + 1 })
    const control =
      column.options === undefined
        ? html`<input type="text" id="${own}" name="${name}" value="${value}" autocomplete="off" dir="auto" aria-label="${label}"${column.isNumber === true ? html` inputmode="numeric"` : nothing}${column.suggestions === undefined ? nothing : html` list="${id}-${column.name}-list"`}>`
        : html`<select id="${own}" name="${name}" aria-label="${label}">${optionsHtml(site, column.options, value)}</select>`
    return html`<td role="cell" data-label="${column.label}">${control}</td>`
  }
  return html`<table role="table" class="plain stacks rows-field"><thead role="rowgroup"><tr role="row">${field.columns.map(({ label }) => html`<th role="columnheader" scope="col">${label}</th>`)}</tr></thead><tbody role="rowgroup">${rows.map(
    (row, i) =>
      html`<tr role="row">${field.columns.map((column, j) => cell(row, column, i, i === 0 && j === 0))}</tr>`,
  )}</tbody></table>${field.columns.map(({ name, suggestions }) => suggestionList(`${id}-${name}`, suggestions))}${moreButton(site)}`
}

const optionHtml = ({ value, label }: Option, typed: string): Html =>
  html`<option value="${value}"${value === typed ? html` selected` : nothing}>${label}</option>`

/** One field with all that belongs to it. */
export const fieldHtml = (site: Site, field: Field, filled: Filled): Html => {
  const { parts, attributes } = described(site, field, filled)
  const id = fieldId(field.name)
  const typed = filled.typed[field.name] ?? ''
  const label = labelWords(site, field)
  const block = classes(filled, field.name, 'field-block')
  if (field.as === 'choice')
    return html`<fieldset class="${block}" role="radiogroup"${attributes}><legend>${label}</legend>${parts}${radioList(field, filled)}</fieldset>`
  if (field.as === 'several' || field.as === 'rows')
    return html`<fieldset class="${block}"${attributes}><legend>${label}</legend>${parts}${field.as === 'rows' ? rowsGrid(site, field, typed) : severalList(site, field, typed)}</fieldset>`
  const opened = html`<div class="${block}"><label for="${id}">${label}</label>${parts}`
  if (field.as === 'select')
    return html`${opened}<select id="${id}" name="${field.name}"${attributes}>${keptOption(field.options, typed)}${field.options.map((option) => optionHtml(option, typed))}${(
      field.groups ?? []
    ).map(
      ({ label: of, options }) =>
        html`<optgroup label="${of}">${options.map((option) => optionHtml(option, typed))}</optgroup>`,
    )}</select></div>`
  if (field.as === 'lines')
    // A line end right after the opening tag is dropped by browsers: the one given here, not one that was typed.
    return html`${opened}<textarea id="${id}" name="${field.name}" rows="${field.rows}" dir="auto"${attributes}>
${typed}</textarea></div>`
  const sort = field.isHidden === true ? 'password' : 'text'
  return html`${opened}<span class="with-unit"><input class="w-${field.width ?? 'wide'}" type="${sort}" id="${id}" name="${field.name}" value="${field.isHidden === true ? '' : typed}" autocomplete="${field.autocomplete ?? 'off'}" dir="auto"${
    field.inputMode === undefined ? nothing : html` inputmode="${field.inputMode}"`
  }${field.suggestions === undefined ? nothing : html` list="${id}-list"`}${attributes}>${field.unit === undefined ? nothing : html` <span class="unit">${field.unit}</span>`}</span>${suggestionList(
    id,
    field.suggestions,
  )}</div>`
}
