// The fields of one fact's form: those of its kind, when it holds, where it is from, the words it rests on.
import type { ThingTier } from '../../../accounts/thing.ts'
import type { FieldSpec, KindSpec } from '../../../facts/kind.ts'
import { titleSays } from '../../../indicators/names.ts'
import type { FieldChoices } from '../../data/enter.ts'
import type { Field, Option, RowColumn } from '../../forms/field.ts'
import type { Html } from '../../html.ts'
import type { Site } from '../../site.ts'

// A phrase of another language may stand between signs that mark it: the first letter, not the first sign.
const capital = (words: string): string => words.replace(/\p{L}/u, (first) => first.toUpperCase())

const labelled = (site: Site, name: string): string => capital(site.voice.names.field(name))

const hintOf = (site: Site, spec: FieldSpec): string | undefined => {
  const form = formHint(site, spec)
  if (spec.hint === undefined) return form
  const own = site.voice.names.ours(spec.hint)
  return form === undefined ? own : `${own} ${form}`
}

/** How what is asked is written. */
const formHint = ({ text }: Site, spec: FieldSpec): string | undefined => {
  if (spec.type === 'date') return text(spec.occurs === true ? 'newFact.day.hint' : 'newFact.plainDate.hint')
  if (spec.comparator === true) return `${text('newFact.number.hint')} ${text('newFact.comparator.hint')}`
  if (spec.type === 'integer' || spec.type === 'number') return text('newFact.number.hint')
  if (spec.form === 'recurrence') return text('newFact.recurrence.hint')
  return spec.form === 'currency' ? text('newFact.currency.hint') : undefined
}

const choiceField = (site: Site, common: Omit<Field, 'as'>, options: Option[], isNeeded: boolean): Field => {
  const all = isNeeded ? options : [...options, { value: '', label: site.text('newFact.none') }]
  return all.length > 6
    ? { ...common, as: 'select', options: [{ value: '', label: site.text('begin.choose') }, ...options] }
    : { ...common, as: 'choice', options: all }
}

/** What fields that name other things may be chosen from, and what was written in others, by name of the field. */
export type Choices = Readonly<Record<string, FieldChoices>>

const rowColumns = (site: Site, spec: FieldSpec, suggestions: FieldChoices['options']): RowColumn[] =>
  Object.entries(spec.columns ?? {}).map(([name, column]) => ({
    name,
    label: labelled(site, name),
    ...(column.oneOf === undefined
      ? {}
      : { options: column.oneOf.map((value) => ({ value, label: site.voice.names.entry(name, value) })) }),
    ...(column.type === 'text' ? {} : { isNumber: true }),
    // What other facts of the kind say for whom, in their own words.
    ...(column.type === 'text' && column.oneOf === undefined ? { suggestions } : {}),
  }))

/** What a thing is called that a field may name; a draft says that it is none of the facts yet. */
export const choiceLabel = (
  site: Site,
  { label, fact, isOnItsWay }: FieldChoices['options'][number],
): string => {
  const called = fact === undefined || site.language === 'en' ? label : titleSays(site.voice, fact)
  return isOnItsWay === true ? `${called} (${site.text('newFact.onItsWay')})` : called
}

const bodyField = (site: Site, name: string, spec: FieldSpec, choices: Choices): Field => {
  const isNeeded = spec.required === true
  const hint = name === 'parties' ? site.text('newFact.parties.hint') : hintOf(site, spec)
  const common = {
    name: `body.${name}`,
    label: labelled(site, name),
    isNeeded,
    ...(hint === undefined ? {} : { hint }),
  }
  const { options: held = [], isOpen = true } = choices[name] ?? {}
  const chosen = held.map((choice) => ({ value: choice.value, label: choiceLabel(site, choice) }))
  if (spec.type === 'rows') return { ...common, as: 'rows', columns: rowColumns(site, spec, chosen) }
  if (spec.lines === true) return { ...common, as: 'lines', rows: 4 }
  if (spec.type === 'list') {
    // How entries are set apart is said by the fields themselves; that there is one for each, is the same whatever is held.
    const { hint: _, ...others } = common
    const own = name === 'parties' ? hint : spec.hint && site.voice.names.ours(spec.hint)
    const bare = own === undefined ? others : { ...others, hint: own }
    return { ...bare, as: 'several', ...(isOpen ? { suggestions: chosen } : { options: chosen }) }
  }
  if (spec.ref !== undefined)
    return isOpen
      ? { ...common, as: 'text', width: 'wide', suggestions: chosen }
      : {
          ...common,
          as: 'select',
          options: [{ value: '', label: site.text('begin.choose') }, ...chosen],
        }
  if (spec.oneOf !== undefined) {
    const options = spec.oneOf.map((value) => ({ value, label: site.voice.names.entry(name, value) }))
    return choiceField(site, common, options, isNeeded)
  }
  if (spec.type === 'boolean') {
    const options = [
      { value: 'yes', label: site.text('newFact.yes') },
      { value: 'no', label: site.text('newFact.no') },
    ]
    return choiceField(site, common, options, isNeeded)
  }
  if (spec.type === 'integer' || spec.type === 'number') {
    const unit =
      spec.unit === undefined || spec.unit === 'currency' ? {} : { unit: site.voice.names.ours(spec.unit) }
    // A comparator has no key on a keypad of digits.
    const inputMode =
      spec.comparator === true
        ? {}
        : { inputMode: spec.type === 'integer' ? ('numeric' as const) : ('decimal' as const) }
    return { ...common, ...unit, ...inputMode, as: 'text', width: 'short' }
  }
  const isShort = spec.type === 'date' || spec.form === 'currency'
  return {
    ...common,
    as: 'text',
    width: isShort ? 'short' : 'wide',
    ...(chosen.length > 0 ? { suggestions: chosen } : {}),
  }
}

const everyTier: readonly ThingTier[] = ['public', 'partner', 'restricted']

export type FieldGroup = { title: string; fields: Field[]; more?: { title: string; fields: Field[] } }

const timeGroup = (site: Site, kind: KindSpec): FieldGroup => {
  const { text } = site
  const days: Field[] = [
    { as: 'text', name: 'from', label: text('newFact.from'), hint: text('newFact.day.hint'), width: 'short' },
    {
      as: 'text',
      name: 'until',
      label: text('newFact.until'),
      hint: text('newFact.until.hint'),
      width: 'short',
    },
  ]
  const date: Field = {
    as: 'text',
    name: 'date',
    label: text('newFact.date'),
    hint: text('newFact.date.hint'),
    width: 'short',
  }
  const title = text('newFact.whenGroup')
  if (kind.time !== 'state') return { title, fields: [date] }
  // A body or a plan lasts: one date alone would end it on the next day.
  return kind.topic === 'implementation'
    ? { title, fields: days, more: { title: text('newFact.orDate'), fields: [date] } }
    : { title, fields: [date], more: { title: text('newFact.days'), fields: days } }
}

const sourceGroup = (site: Site): FieldGroup => {
  const { text } = site
  return {
    title: text('newFact.sourceGroup'),
    fields: [
      {
        as: 'text',
        name: 'source.title',
        label: text('newFact.source.title'),
        isNeeded: site.world === 'register',
      },
      {
        as: 'text',
        name: 'source.address',
        label: text('newFact.source.address'),
        hint: text('document.sourceAddress.hint'),
        inputMode: 'url',
      },
      { as: 'text', name: 'source.publisher', label: text('newFact.source.publisher') },
      {
        as: 'text',
        name: 'source.date',
        label: text('newFact.source.date'),
        hint: text('newFact.source.date.hint'),
        width: 'short',
      },
      {
        as: 'text',
        name: 'known_from',
        label: text('newFact.known'),
        hint: text('newFact.known.hint'),
        width: 'short',
      },
    ],
  }
}

const wordsGroup = (site: Site): FieldGroup => {
  const { text } = site
  return {
    title: text('newFact.wordsGroup'),
    fields: [
      { as: 'text', name: 'locator', label: text('newFact.locator'), width: 'short' },
      { as: 'lines', name: 'quotation', label: text('newFact.quotation'), rows: 3 },
      {
        as: 'text',
        name: 'language',
        label: text('newFact.language'),
        hint: text('entry.language.hint'),
        width: 'year',
      },
    ],
  }
}

const tierWords = {
  public: 'tier.forEveryone',
  partner: 'tier.forPartners',
  restricted: 'tier.forRestricted',
} as const

/** Whom a fact is for, in words, as it is typed: empty for everyone. */
export const tierTyped = (site: Site, typed: string): string =>
  site.text(tierWords[typed as keyof typeof tierWords] ?? tierWords.public)

/** Whom it is for: of the tiers that whoever writes it sees. Nothing where everyone is the only choice. */
const tierGroup = (site: Site, tiers: readonly ThingTier[]): FieldGroup[] =>
  tiers.length < 2
    ? []
    : [
        {
          title: site.text('newFact.tierGroup'),
          fields: [
            {
              as: 'choice',
              name: 'tier',
              label: site.text('newFact.tier'),
              hint: site.text('newFact.tier.hint'),
              options: tiers.map((tier) => ({
                value: tier === 'public' ? '' : tier,
                label: tierTyped(site, tier),
              })),
            },
          ],
        },
      ]

/** What the form asks: for a withdrawal who says so and why, for a correction everything and why. `tiers`: those its author may give it. */
export const groupsOfFact = (
  site: Site,
  kind: KindSpec,
  doing: 'enter' | 'correct' | 'withdraw',
  tiers: readonly ThingTier[] = everyTier,
  choices: Choices = {},
): FieldGroup[] => {
  const { text } = site
  const reason: Field = { as: 'lines', name: 'note', label: text('newFact.reason'), isNeeded: true, rows: 2 }
  if (doing === 'withdraw') return [{ title: text('newFact.withdraw'), fields: [reason] }, sourceGroup(site)]
  const body = Object.entries(kind.fields).filter(([name]) => name !== 'note')
  const note: Field = { as: 'lines', name: 'note', label: text('newFact.note'), rows: 2 }
  return [
    {
      title: text('newFact.saysGroup'),
      fields: [
        ...body.map(([name, spec]) => bodyField(site, name, spec, choices)),
        {
          as: 'text',
          name: 'subject',
          label: text('newFact.subject'),
          hint: text('newFact.subject.hint'),
          width: 'short',
        },
        doing === 'correct' ? reason : note,
      ],
    },
    timeGroup(site, kind),
    sourceGroup(site),
    wordsGroup(site),
    ...(doing === 'enter' ? tierGroup(site, tiers) : []),
  ]
}

/** What a field is called, for lists; undefined for those that are not asked. */
export const labelIn = (groups: readonly FieldGroup[], name: string): string | Html | undefined =>
  groups
    .flatMap((group) => [...group.fields, ...(group.more?.fields ?? [])])
    .find((field) => field.name === name)?.label
