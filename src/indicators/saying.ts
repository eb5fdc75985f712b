// What a datum, an answer or a report says, in one line for people.

/** Texts of questions by `<obligation>/<question>`. */
export type QuestionTexts = ReadonlyMap<string, string>

type Body = Readonly<Record<string, unknown>>

const given = (value: unknown): boolean => value !== null && value !== undefined && value !== ''

const field = ([name, value]: [string, unknown]): string =>
  `${name.replaceAll(/([A-Z])/g, ' $1').toLowerCase()}: ${shown(value)}`

const answerSays = (body: Body, questions: QuestionTexts): string => {
  const asked = questions.get(`${body.obligation}/${body.question}`) ?? String(body.question)
  const number = given(body.number) ? ` ${body.number}${given(body.unit) ? ` ${body.unit}` : ''}` : ''
  const silence = given(body.silence) ? ` (${body.silence})` : ''
  const said = `${asked} ${String(body.answer)[0]!.toUpperCase()}${String(body.answer).slice(1)}${silence}${number}`
  const hands = [
    given(body.codedBy) ? `coded by ${body.codedBy}` : undefined,
    given(body.confirmedBy) ? `confirmed by ${body.confirmedBy}` : undefined,
  ].filter((hand) => hand !== undefined)
  return [
    `${said}.`,
    given(body.text) ? `${body.text}` : undefined,
    `Report for ${body.coversYear}${Number(body.version) > 1 ? `, version ${body.version}` : ''}, received ${body.receivedOn}${hands.length > 0 ? `; ${hands.join(', ')}` : ''}.`,
  ]
    .filter((part) => part !== undefined)
    .join(' ')
}

/** A kind's template filled in; parts that lack a field are left out. */
const filled = (template: string, body: Body): string =>
  template
    .split(';')
    .map((part) => part.trim())
    .filter((part) => [...part.matchAll(/\{(\w+)\}/g)].every(([, name]) => given(body[name!])))
    .map((part) => part.replaceAll(/\{(\w+)\}/g, (_, name: string) => shown(body[name])))
    .join('; ')

const shown = (value: unknown): string =>
  Array.isArray(value) ? value.join(', ') : value === true ? 'yes' : value === false ? 'no' : String(value)

/**
 * One line: for an answer the question and what was answered; for a datum what its kind's `says` makes of it, or its
 * fields as they were given.
 */
export const sayingOf = (
  kind: string,
  body: Body,
  questions: QuestionTexts,
  template: string | undefined,
): string => {
  if (kind === 'answer') return answerSays(body, questions)
  if (kind.endsWith('-report'))
    return `Report for ${body.coversYear}${Number(body.version) > 1 ? `, version ${body.version}` : ''}, received ${body.receivedOn}.`
  const words = template === undefined ? '' : filled(template, body)
  if (words !== '') return words
  const fields = Object.entries(body).filter(([, value]) => given(value))
  return fields.map(field).join('; ') || kind
}
