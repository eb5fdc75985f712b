// The shapes of what the pages of bringing tables give as data, and of what a program sends.
import { z } from '@hono/zod-openapi'
import type { RowFate } from '../../mappings/tally.ts'
import type { MappingShown } from '../data/tables.ts'
import { inWorld, maybeText, text } from './parts.ts'
import { needed } from './writes.ts'

const words = (description: string) => z.string().openapi({ description })
const count = (description: string) => z.int().openapi({ description })

const mapping = z.object({
  id: words('Id of the mapping, the last part of its address'),
  title: text,
  source: z
    .object({
      title: text,
      publisher: maybeText.openapi({ description: 'Who publishes the table; null: nobody is named' }),
      address: maybeText.openapi({ description: 'Where anybody can fetch it' }),
      date: maybeText.openapi({ description: 'The date of the document, as precise as it gives it (EDTF)' }),
    })
    .openapi({ description: 'The source that every fact of the table carries' }),
  licence: words('Its licence, or that none is stated'),
  reach: words('What the table covers, and what it cannot say'),
  format: z.enum(['csv', 'tsv', 'xlsx', 'json']).openapi({ description: 'The form of its file' }),
  kinds: z.array(text).openapi({ description: 'Kinds of fact its rows become' }),
  beside: z
    .array(z.object({ name: words('Its name in the mapping'), title: text }))
    .openapi({ description: 'Tables that are brought together with it' }),
  taken: z
    .array(
      z.object({
        file: words('Name of the file'),
        at: words('When it was recorded here'),
        recorded: count('How many facts were recorded'),
        corrected: count('How many of them took the place of earlier ones'),
      }),
    )
    .openapi({ description: 'Tables of it that were taken in, the newest first, five at most' }),
  way: z.enum(['recorded', 'drafted', 'command']).openapi({
    description:
      'What becomes of its facts for whoever asks: recorded at once, drafts that ask for approval, or taken in by command alone',
  }),
}) satisfies z.ZodType<MappingShown>

export const tablesSchema = z
  .object({
    ...inWorld,
    mappings: z.array(mapping).openapi({ description: 'Every table of others that can be brought' }),
    largestBytes: count('Bytes that its files may have together'),
  })
  .openapi('Tables')

const change = z.object({
  field: words('The field in which they differ'),
  was: z.unknown().openapi({ description: 'What is held' }),
  now: z.unknown().openapi({ description: 'What the table says' }),
})
const differing = {
  row: count('Number of the row'),
  id: words('Id of the fact held'),
  actor: text,
  fields: z.array(change).openapi({ description: 'In what the row differs from it' }),
}
const examples = z.array(z.int()).openapi({ description: 'The first such rows' })
const leftOut = z
  .array(z.object({ reason: words('Why'), rows: count('How many rows'), examples }))
  .openapi({ description: 'Rows that were left out, by reason' })
const unread = z.array(text).openapi({ description: 'Columns that are not read' })

export const lookGives = {
  summary: z
    .object({
      mapping: words('Id of the mapping'),
      title: text,
      file: words('Name of the file'),
      source: words('Where it is from, in one line'),
      licence: words('Its licence, or that none is stated'),
      reach: words('What the table covers, and what it cannot say'),
      received: z
        .object({
          publisher: text,
          address: text,
          on: words('The day it was received'),
        })
        .nullable()
        .openapi({
          description: 'From whom it counts as received; null: marked "entered here, not received"',
        }),
      files: z
        .array(z.object({ name: text, sha256: words('Its digest, hex') }))
        .openapi({ description: 'The files that were read' }),
      rows: z
        .object({
          read: count('Rows of the file: the sum of the others'),
          new: count('Rows that make a fact'),
          held: count('Rows whose facts are held already'),
          corrected: count('Rows that say something else than what is held'),
          kept: count('Rows in spite of which what is held stays'),
          leftOut: count('Rows left out'),
        })
        .openapi({ description: 'Every row counted once' }),
      facts: z
        .object({
          new: count('New ones'),
          held: count('Held already'),
          corrections: count('In place of earlier ones'),
          kept: count('Where what is held stays'),
        })
        .openapi({ description: 'The facts of these rows' }),
      leftOut,
      names: z
        .array(
          z.object({
            ...{ name: words('The name in the table'), why: words('Why it is not taken'), examples },
            rows: count('How many rows have it'),
            near: z
              .array(z.object({ id: text, name: text }))
              .openapi({ description: 'Actors whose names come near' }),
          }),
        )
        .openapi({ description: 'Names that are not taken for an actor' }),
      corrections: z.array(z.object(differing)).openapi({ description: 'The first 50 corrections' }),
      kept: z
        .array(z.object({ ...differing, why: words('Why what is held stays') }))
        .openapi({ description: 'The first 50 rows in spite of which what is held stays' }),
      gone: z
        .object({
          facts: count('How many facts'),
          examples: z
            .array(z.object({ id: text, kind: text, actor: text }))
            .openapi({ description: 'The first 50 of them' }),
        })
        .openapi({ description: 'Held from an earlier edition, and not in this one' }),
      unread,
      beside: z
        .array(
          z.object({
            ...{ name: words('Its name in the mapping'), file: text, leftOut, unread },
            read: count('Its rows'),
            used: count('Rows of it that were taken in'),
          }),
        )
        .openapi({ description: 'Tables that were read beside the file' }),
      outcome: words('Digest of what becomes of every row'),
    })
    .openapi({ description: 'What would become of the table, as "pacta data preview --json" gives it' }),
  toStore: count('How many facts would be recorded, or would ask for approval'),
  waiting: count('How many facts of it wait for approval already'),
  sent: words('What was sent, as one text; to be sent on to the addresses of storing and of the rows'),
}

export const rowsGive = {
  rows: z
    .array(
      z.object({
        table: words('Of which table beside the file; empty: of the file itself'),
        row: z.int().nullable().openapi({ description: 'Its number; null: no row has the fact any more' }),
        fate: z
          .enum(['new', 'held', 'correction', 'kept', 'left-out', 'used', 'gone'])
          .openapi({ description: 'What becomes of it' }),
        facts: z.array(text).openapi({ description: 'Ids of the facts it makes' }),
        reason: words('Why, where there is something to say'),
      }) satisfies z.ZodType<RowFate>,
    )
    .openapi({ description: 'Every row in its order' }),
}

const sent = needed('What was looked at, as looking gave it')
export const rowsFields = z.object({ sent }).openapi('RowsOfTable')
export const storeFields = z
  .object({
    sent,
    expects: needed('The outcome that looking gave: where another would come of it, nothing is stored'),
  })
  .openapi('StoreTable')

export const storeGives = {
  recorded: count('How many facts were recorded'),
  corrected: count('How many of them took the place of earlier ones'),
  drafted: count('How many wait for approval'),
}
