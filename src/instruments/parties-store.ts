// Who promised an instrument, in a world: the parties its text names, which an exercise may recast.
import { findSetting, listSettings } from '../db/setting-store.ts'
import type { Db } from '../db/store.ts'
import { readShippedInstruments } from './read.ts'

const prefix = 'parties:'

/** Whom the parties of an instrument are recast as, by actor id; undefined where they are who the text names. */
export const findRecastParties = async (db: Db, instrument: string): Promise<string[] | undefined> =>
  (await findSetting(db, `${prefix}${instrument}`))?.split(' ')

/** The parties of each instrument held, by actor id; nobody of one that binds the parties to a treaty. */
export const listPartiesOfInstruments = async (
  db: Db,
): Promise<(instrument: string) => readonly string[]> => {
  const recast = new Map(
    (await listSettings(db, prefix)).map(({ key, value }) => [key.slice(prefix.length), value.split(' ')]),
  )
  const named = new Map(
    readShippedInstruments().map(({ id, parties }) => [id, parties.flatMap(({ actor }) => actor ?? [])]),
  )
  return (instrument) => recast.get(instrument) ?? named.get(instrument) ?? []
}
