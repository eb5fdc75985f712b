// What a datum, an answer or a report says, in one line for people.

/** Texts of questions by `<obligation>/<question>`. */
export type QuestionTexts = ReadonlyMap<string, string>

type Body = Readonly<Record<string, unknown>>

const given = (value: unknown): boolean => value !== null && value !== undefined && value !== ''

const field = ([name, value]: [string, unknown]): string =>
  `${name.replaceAll(/([A-Z])/g, ' $1').toLowerCase()}: ${Array.isArray(value) ? value.join(', ') : String(value)}`

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

/** One line: for an answer the question and what was answered, for anything else its fields as they were given. */
export const sayingOf = (kind: string, body: Body, questions: QuestionTexts): string => {
  if (kind === 'answer') return answerSays(body, questions)
  if (kind.endsWith('-report'))
    return `Report for ${body.coversYear}${Number(body.version) > 1 ? `, version ${body.version}` : ''}, received ${body.receivedOn}.`
  return (
    Object.entries(body)
      .filter(([, value]) => given(value))
      .map(field)
      .join('; ') || kind
  )
}
