// Reasons in English with the ids of what they speak of: for what is kept as data, and where no names are held.
import { english } from './catalogue.ts'
import { createVoice, type Names, type Say } from './say.ts'
import { createText } from './text.ts'

const asIs = (text: string): string => text

const ids: Names = {
  kind: asIs,
  cohort: asIs,
  register: asIs,
  obligation: (id) => id.replaceAll('-', ' '),
  field: asIs,
  entry: (_, value) => value,
  shared: asIs,
  ours: asIs,
}

/** A reason in English, days as YYYY-MM-DD. */
export const sayPlainly: Say = createVoice({ text: createText('en', english), day: asIs, names: ids }).say
