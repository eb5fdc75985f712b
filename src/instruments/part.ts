// An instrument held, or one of its actions and indicators, as facts name it: `<instrument>` or `<instrument>/<number>`.
import { readOncePerInstruments } from '../instrument-folders.ts'
import { readShippedInstruments, type ShippedInstrument } from './read.ts'

/** One part: its number, its words, and what it is. */
export type InstrumentPart = { id: string; kind: 'instrument' | 'action' | 'indicator'; text: string }

const partsOfInstrument = ({ id, title, actions, planIndicators }: ShippedInstrument): InstrumentPart[] => [
  { id, kind: 'instrument', text: title },
  ...actions.flatMap((action): InstrumentPart[] => [
    { id: `${id}/${action.number}`, kind: 'action', text: action.text },
    ...action.indicators.map(
      (indicator): InstrumentPart => ({
        id: `${id}/${indicator.id}`,
        kind: 'indicator',
        text: indicator.text,
      }),
    ),
  ]),
  ...planIndicators.map(
    (indicator): InstrumentPart => ({ id: `${id}/${indicator.id}`, kind: 'indicator', text: indicator.text }),
  ),
]

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
