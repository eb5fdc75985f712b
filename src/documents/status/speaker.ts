// Who speaks in a status document: the interface's words in its language, and the names the release itself carries.
import { createFormat, type Format } from '../../facts/format.ts'
import { fieldWords } from '../../facts/kind.ts'
import type { ReleaseActor, ReleasePayload } from '../../releases/release.ts'
import { reportKind } from '../../rules/field-check.ts'
import type { TextKey } from '../../words/catalogue.ts'
import { findLanguage } from '../../words/languages.ts'
import { asEnglish, markedOurs } from '../../words/marked.ts'
import { createVoice, type Names, type Ours, type Voice } from '../../words/say.ts'
import { createText, type Text, type Values } from '../../words/text.ts'
import type { Run } from '../block.ts'
import { quoted, said } from '../run.ts'

export type Speaker = {
  language: string
  text: Text
  format: Format
  voice: Voice
  /** A phrase of the interface as runs. */
  say: (key: TextKey, values?: Values) => Run[]
  /** A State, body or organisation under the name the language has for it. */
  nameOf: (actor: string) => Run[]
  /** Names in the order a reader looks for them. */
  compareActors: (a: string, b: string) => number
}

/** The names of kinds, cohorts and registers as the release defines them: no installation is asked. */
const namesOf = (payload: ReleasePayload, ours: Ours, text: Text): Names => {
  const kinds = { ...payload.work?.kinds, ...payload.kinds }
  const kindTitle = (id: string): string =>
    kinds[id]?.title ?? (id.endsWith('-report') ? reportKind(id.slice(0, -'-report'.length)).title : id)
  const treaties = [payload.treaty, ...payload.otherTreaties].filter((treaty) => treaty !== null)
  const treatyTitle = (id: string): string =>
    treaties.find((treaty) => treaty.id === id)?.titles.en?.short ?? id
  const listed = new Set([
    ...['state', 'body', 'national-society'],
    ...[...Object.values(kinds), reportKind('')].flatMap((kind) =>
      Object.values(kind.fields).flatMap((field) => [
        ...(field.oneOf ?? []),
        ...Object.values(field.columns ?? {}).flatMap((column) => column.oneOf ?? []),
      ]),
    ),
  ])
  return {
    kind: (id) => ours(kindTitle(id)),
    cohort: (id) => ours(payload.cohorts[id]?.title ?? id),
    register: (id) =>
      id.startsWith('status:')
        ? text('parts.statusOf', { treaty: ours(treatyTitle(id.slice('status:'.length))) })
        : ours(kindTitle(id)),
    obligation: (id) => ours(id.replaceAll('-', ' ')),
    field: (name) => ours(fieldWords(name)),
    entry: (field, value) => {
      if (field === 'treaty') return ours(treatyTitle(value))
      if (field === 'answer') return ours(value)
      // The groups in use have words of ours, also in a reason that does not say of which field they are; own lists are in
      // the words of who wrote them.
      if ((field === 'audience' || field === '') && /^[a-z]+(?:-[a-z]+)*$/.test(value))
        return ours(value.replaceAll('-', ' '))
      // From one number to another is no word.
      return listed.has(value) && /[a-z]/.test(value) ? ours(value.replaceAll('-', ' ')) : value
    },
    shared: (name) => ours(fieldWords(name)),
    ours,
  }
}

/** The name of an actor in a language, in English where none is held in it. */
const nameIn = (actor: ReleaseActor | undefined, language: string): Run[] | undefined => {
  const own = actor?.names[language]?.short
  if (own !== undefined) return quoted(own, null)
  const english = actor?.names.en?.short
  return english === undefined ? undefined : quoted(english, 'en')
}

/** Speaks `language`, an interface language, of what `payload` holds. */
export const createSpeaker = (payload: ReleasePayload, language: string): Speaker => {
  const text = createText(language, findLanguage(language)?.catalogue ?? {}, { markFallback: asEnglish })
  const format = createFormat(language)
  const names = namesOf(payload, markedOurs(language), text)
  const actors = new Map(payload.actors.map((actor) => [actor.id, actor]))
  const nameOf = (id: string): Run[] => nameIn(actors.get(id), language) ?? quoted(id, null)
  const sortable = new Map<string, string>()
  const sortName = (id: string): string => {
    let name = sortable.get(id)
    if (name === undefined) {
      name = nameOf(id)
        .map((run) => run.text)
        .join('')
      sortable.set(id, name)
    }
    return name
  }
  return {
    language,
    text,
    format,
    voice: createVoice({ text, day: format.shortDate, names }),
    say: (key, values) => said(text(key, values)),
    nameOf,
    compareActors: (a, b) => format.compare(sortName(a), sortName(b)),
  }
}
