// The acts of a treaty from a file of one's own: for a treaty that no depositary's page of the United Nations shows.
import type { Db } from '../db/store.ts'
import { todayIn } from '../facts/today.ts'
import { type Issue, problem } from '../problem.ts'
import type { ShippedEvent } from './status-csv.ts'
import { type EventToSave, type SavedStatus, saveStatusEvents } from './store.ts'
import { findTreaty } from './treaty.ts'

export type StatusFile = {
  fileName: string
  events: readonly ShippedEvent[]
  /** The day of the file's information, YYYY-MM-DD. */
  asOf: string
  /** Who keeps the register the acts are from. */
  publisher: string
  address: string | null
}

/** The one treaty of the file. Throws `input-rejected` where it speaks of several, or of none. */
export const treatyOfFile = ({ events, fileName }: StatusFile): string => {
  const [treaty, ...others] = [...new Set(events.map((event) => event.treaty))]
  if (treaty !== undefined && others.length === 0) return treaty
  throw problem('input-rejected', `${fileName} was not taken in. Nothing was stored.`, [
    treaty === undefined
      ? { file: fileName, message: 'The file has no acts' }
      : {
          file: fileName,
          message: 'A file has the acts of one treaty',
          found: [treaty, ...others].join(', '),
        },
  ])
}

/**
 * Stores all acts of a treaty as its depositary knows them on a day: what an earlier file had and this one has not is
 * retracted. Throws `input-rejected`, naming the lines, for a date to come and for participants nobody knows;
 * `already-recorded` where a later file is held. Then nothing is stored.
 */
export const importStatusFile = async (db: Db, file: StatusFile, agent: string): Promise<SavedStatus> => {
  const { fileName, events, asOf, publisher, address } = file
  const treaty = treatyOfFile(file)
  const today = await todayIn(db)
  const late = [
    ...(asOf > today
      ? [
          {
            file: fileName,
            message: 'The file is dated after today',
            expected: `${today} or earlier`,
            found: asOf,
          },
        ]
      : []),
    ...events
      .filter(({ notifiedOn }) => notifiedOn !== null && notifiedOn > asOf)
      .map(({ line, notifiedOn }) => ({
        ...{ file: fileName, line, message: 'An act later than the file itself' },
        expected: `${asOf} or earlier`,
        found: notifiedOn ?? undefined,
      })),
  ]
  const ofUnknown = (unknown: readonly EventToSave[]): Issue[] =>
    unknown.map(({ name, line }) => ({
      ...{ file: fileName, line, message: 'No State or organisation of this name is known', found: name },
      expected: 'the id of an actor that is held in the column "actor", or its name',
    }))
  const law = findTreaty(treaty)
  const source = {
    ...{ treaty, mtdsg: null, address, asOf, publisher },
    title: law?.titles.en?.formal ?? treaty,
    ...{ signatories: null, parties: null },
    adoptedOn: law?.adopted.on ?? null,
    inForceFrom: law?.inForceFrom ?? null,
  }
  return saveStatusEvents(db, source, events, {
    agent,
    refuse: ({ unknown }) => {
      const issues: Issue[] = [...late, ...ofUnknown(unknown)]
      if (issues.length > 0)
        throw problem('input-rejected', `${fileName} was not taken in. Nothing was stored.`, issues)
    },
  })
}
