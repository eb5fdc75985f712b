// The questions a register answers, and by which kinds of fact: reference/register-questions.yaml. No kind is named here, so that a
// kind added to the files answers as those that ship do.
import { z } from 'zod'
import { referencePath } from '../parties/reference.ts'
import { readYaml } from '../rules/read-yaml.ts'
import { symbolKey } from './symbol.ts'

/** A fact as a question reads it: its kind, and its fields by name. */
export type AskedFact = { kind: string; body: Readonly<Record<string, unknown>> }

const answering = z.array(
  z.strictObject({
    kind: z.string().min(1),
    where: z.record(z.string(), z.array(z.string()).min(1)).optional(),
  }),
)
const fileForm = z.strictObject({
  chairs: answering,
  hosts: answering,
  promises: answering,
  towards: answering,
  serving: answering,
  voting: answering,
  oneThing: z.record(z.string(), z.array(z.string()).min(1)),
  toldByFields: z.array(z.string()),
})

type Questions = z.infer<typeof fileForm>
export type Question = Exclude<keyof Questions, 'oneThing' | 'toldByFields'>

let held: Questions | undefined
/** Read once. Throws Problem `input-rejected` for a file of another form. */
const shipped = (): Questions => {
  held ??= readYaml(referencePath('register-questions.yaml'), fileForm)
  return held
}

/** Every kind the questions name, for a check that there are such kinds. */
export const kindsAsked = (): string[] => {
  const { oneThing, toldByFields, ...questions } = shipped()
  const asked = Object.values(questions).flatMap((list) => list.map(({ kind }) => kind))
  return [...new Set([...asked, ...Object.keys(oneThing), ...toldByFields])]
}

const entries = (value: unknown): string[] =>
  value === undefined || value === null ? [] : [value].flat().map(String)

/** Whether a fact answers a question. */
export const answersTo = (question: Question, { kind, body }: AskedFact): boolean =>
  shipped()[question].some(
    (one) =>
      one.kind === kind &&
      Object.entries(one.where ?? {}).every(([field, values]) =>
        entries(body[field]).some((value) => values.includes(value)),
      ),
  )

/** The kinds by which a question is answered. */
export const kindsAnswering = (question: Question): string[] => shipped()[question].map(({ kind }) => kind)

/** Whether a fact is of a kind that others alone promise: whose it is held as, it is no promise of theirs. */
export const isPromiseOfOthers = (fact: AskedFact): boolean =>
  answersTo('towards', fact) && !answersTo('promises', fact)

export type Thing = {
  key: string
  /** Whether the key is enough whatever the day; otherwise two facts are on one thing only where their times may be the same. */
  isWhole: boolean
}

/**
 * What a fact speaks of, as a key that two facts on the same thing share; null where it has none of the fields that
 * would tell. `actor`: whose the fact is.
 */
export const thingOf = (actor: string, { kind, body }: AskedFact): Thing | null => {
  const { oneThing, toldByFields } = shipped()
  const fields = oneThing[kind] ?? ['title']
  const values = fields.map((field) => {
    const written = entries(body[field])
    return field === 'symbol'
      ? written.map(symbolKey).sort().join(';')
      : written.sort().join(';').trim().toLowerCase()
  })
  if (values.every((value) => value === '')) return null
  return {
    key: JSON.stringify([actor, kind, ...values]),
    isWhole: toldByFields.includes(kind) && values.every((value) => value !== ''),
  }
}
