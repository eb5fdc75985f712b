// An instrument held, or one of its actions and indicators, as facts name it: `<instrument>` or `<instrument>/<number>`.
import { readOncePerInstruments } from '../instrument-folders.ts'
import { readShippedInstruments, type ShippedInstrument } from './read.ts'

/** One part: its number, its words, and what it is. */
export type InstrumentPart = {
  id: string
  kind: 'instrument' | 'action' | 'indicator'
  text: string
  /** The instrument it is, or is a part of. */
  instrument: string
  /** Its number; null of an instrument itself. */
  number: string | null
  /** The action an indicator belongs to, by its part's id; null of one of the plan as a whole, and of everything else. */
  action: string | null
  /** Of its words. */
  language: string
}

const partsOfInstrument = ({
  id,
  title,
  actions,
  planIndicators,
  source: { language },
}: ShippedInstrument): InstrumentPart[] => {
  const part = (
    kind: InstrumentPart['kind'],
    number: string | null,
    text: string,
    action: string | null = null,
  ): InstrumentPart => ({
    ...{ id: number === null ? id : `${id}/${number}`, kind, text, instrument: id, number, action, language },
  })
  return [
    part('instrument', null, title),
    ...actions.flatMap((action) => [
      part('action', String(action.number), action.text),
      ...action.indicators.map((one) => part('indicator', one.id, one.text, `${id}/${action.number}`)),
    ]),
    ...planIndicators.map((one) => part('indicator', one.id, one.text)),
  ]
}

/** Every instrument held with its actions and indicators, in the order of their texts; by the id facts name them by. */
export const listInstrumentParts = readOncePerInstruments(
  (): ReadonlyMap<string, InstrumentPart> =>
    new Map(
      readShippedInstruments()
        .flatMap(partsOfInstrument)
        .map((part) => [part.id, part]),
    ),
)

/** Whether `id` is an instrument held or a part of one. */
export const isInstrumentPart = (id: string): boolean => listInstrumentParts().has(id)

/** A part with the indicators that belong to it: of an action its own, of an instrument everything in it. */
export const partsWithin = (id: string): InstrumentPart[] =>
  [...listInstrumentParts().values()].filter(
    (part) => part.id === id || part.action === id || part.instrument === id,
  )
