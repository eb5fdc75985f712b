// Schemas as tables people can read: a row for every field, those inside others with their path.
import type { Schema } from '../description.ts'
import { type Html, html, inLanguage, nothing } from '../html.ts'
import type { Site } from '../site.ts'

export const shapeName = (ref: string): string => ref.split('/').at(-1) ?? ref

const joined = (site: Site, parts: Html[]): Html =>
  html`${parts.map((part, i) => html`${i === 0 ? nothing : html` ${site.text('api.or')} `}${part}`)}`

const plainTypes = ['string', 'number', 'integer', 'boolean', 'object', 'null'] as const

const plainType = (site: Site, name: string, format?: string): Html => {
  if (name === 'string' && format === 'date') return html`${site.text('api.type.date')}`
  const known = plainTypes.find((type) => type === name)
  return known === undefined ? html`${name}` : html`${site.text(`api.type.${known}`)}`
}

/** The type of a schema in words; shapes that have a name are links to their table. */
export const typeWords = (site: Site, schema: Schema): Html => {
  if (schema.$ref !== undefined) {
    const name = shapeName(schema.$ref)
    return html`<a href="#shape-${name}">${name}</a>`
  }
  if (schema.enum !== undefined) {
    const values = schema.enum.filter((value) => value !== null)
    return html`${site.text.rich('api.type.oneOf', {
      values: html`${values.map((value, i) => html`${i === 0 ? nothing : ', '}<code>${String(value)}</code>`)}`,
    })}${values.length === schema.enum.length ? nothing : html` ${site.text('api.or')} ${site.text('api.type.null')}`}`
  }
  const choice = schema.anyOf ?? schema.oneOf
  if (choice !== undefined)
    return joined(
      site,
      choice.map((one) => typeWords(site, one)),
    )
  if (schema.allOf !== undefined)
    return joined(
      site,
      schema.allOf.filter((part) => part.$ref !== undefined).map((part) => typeWords(site, part)),
    )
  const types = schema.type === undefined ? [] : [schema.type].flat()
  if (types.length === 0) return html`${site.text('api.type.any')}`
  return joined(
    site,
    types.map((type) =>
      type === 'array'
        ? html`${site.text.rich('api.type.list', { item: typeWords(site, schema.items ?? {}) })}`
        : plainType(site, type, schema.format),
    ),
  )
}

export type FieldRow = { path: string; schema: Schema; isOptional: boolean }

/** Every field of a schema, those of objects within it after it: `sections`, `sections[].title`. */
export const fieldRows = (schema: Schema, before = ''): FieldRow[] => {
  const parts = [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => [
    {
      path: `${before}${name}`,
      schema: field,
      isOptional: !(schema.required ?? []).includes(name),
    },
    ...fieldRows(field, `${before}${name}.`),
  ])
  const within = schema.items === undefined ? [] : fieldRows(schema.items, `${before.replace(/\.$/, '')}[].`)
  // Of an object whose fields have names of their own, each by its name.
  const named =
    typeof schema.additionalProperties === 'object'
      ? fieldRows(schema.additionalProperties, `${before}{name}.`)
      : []
  return [...own, ...named, ...within, ...parts.flatMap((part) => fieldRows(part, before))]
}

/** The fields of a shape as a table. `caption` names the shape. */
export const fieldTable = (site: Site, schema: Schema, caption: Html): Html => {
  const headings = [site.text('api.field'), site.text('api.type'), site.text('api.meaning')]
  return html`<table role="table" class="plain stacks described"><caption class="vh">${caption}</caption><thead role="rowgroup"><tr role="row">${headings.map(
    (heading) => html`<th role="columnheader" scope="col">${heading}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">${fieldRows(schema).map(
    (row) =>
      html`<tr role="row"><th role="rowheader" scope="row"><code>${row.path}</code></th><td role="cell" data-label="${headings[1]}"><span>${typeWords(site, row.schema)}${row.isOptional ? html`; ${site.text('api.optional')}` : nothing}</span></td><td role="cell" data-label="${headings[2]}">${row.schema.description === undefined ? nothing : inLanguage(row.schema.description, 'en')}</td></tr>
`,
  )}</tbody></table>`
}
