// The first sheet of a report's template: how to fill it in, and what each sheet asks.
import type { SheetGiven } from '../formats/xlsx.ts'
import { heightOf } from '../formats/xlsx.ts'
import type { Question, Questionnaire } from '../rules/questionnaire-schema.ts'

import { frame, heading, locked, type Made, titleOf } from './workbook-made.ts'

/** How many questions a section asks, parts counted by themselves. */
const countIn = (questionnaire: Questionnaire, group: number): number => {
  const count = (question: Question): number =>
    question.parts === undefined ? 1 : question.parts.reduce((sum, part) => sum + count(part), 0)
  return (questionnaire.groups[group]?.questions ?? []).reduce((sum, question) => sum + count(question), 0)
}

/** The sheet of instructions, in plain words, with the notice of a fictional world. */
export const instructionSheet = (made: Made, sections: readonly SheetGiven[]): SheetGiven => {
  const { given, text } = made
  const { before } = given
  const year = given.coversYear - 1
  const said = [
    text('workbook.how.fill'),
    text('workbook.how.answer'),
    text('workbook.how.parts'),
    text('workbook.how.number'),
    text('workbook.how.evidence'),
    before === null
      ? text('workbook.how.noBefore', { year })
      : text('workbook.how.before', {
          year: before.coversYear,
          version: String(before.version),
          date: before.receivedOn,
        }),
    ...(given.filled === undefined ? [] : [text('workbook.how.filled')]),
    text('workbook.how.back'),
    ...(given.world === 'register' ? [text('workbook.how.marked')] : []),
  ]
  const above = [
    ...(given.banner === null ? [] : [given.language === 'en' ? given.banner : text('site.banner')]),
    titleOf(made),
  ]
  const width = 84
  const wrapped = { wraps: true }
  return {
    ...frame(given),
    name: text('workbook.instructions'),
    rows: [
      ...above.map((words) => [null, { value: words, style: { isBold: true, size: 14, wraps: true } }]),
      [],
      ...said.map((words, i) => [
        { value: i + 1, style: { isQuiet: true } },
        { value: words, style: wrapped },
      ]),
      [],
      [
        null,
        { value: text('workbook.sheet'), style: heading },
        { value: text('workbook.questions'), style: heading },
      ],
      ...sections.map(({ name }, i) => [
        null,
        { value: name, style: locked },
        { value: countIn(given.questionnaire, i), style: locked },
      ]),
    ],
    columns: [{ width: 4 }, { width }, { width: 12 }],
    heights: new Map([
      ...above.map((words, i): [number, number] => [i, heightOf([[words, width - 24]]) + 6]),
      ...said.map((words, i): [number, number] => [above.length + 1 + i, heightOf([[words, width]]) + 3]),
    ]),
    isProtected: true,
  }
}
