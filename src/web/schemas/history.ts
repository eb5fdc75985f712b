// The shapes of what histories and the audit trail give as data.
import { z } from '@hono/zod-openapi'
import { roles } from '../../accounts/person.ts'
import { eventActions } from '../../db/events.ts'
import type { AuditShown, Doer, HistoryShown } from '../data/history.ts'
import { inWorld, maybeText, text } from './parts.ts'

const words = (description: string) => z.string().openapi({ description })
const place = z.number().int().openapi({ description: 'Its place in the trail, from 1 without a gap' })
const sha256 = words('Digest of the event, which covers the one before it (SHA-256, hex)')
const happenedAt = words('When, in UTC (ISO 8601)')
const action = z.enum(eventActions).openapi({ description: 'What was done' })
const rest = z
  .number()
  .int()
  .nullable()
  .openapi({ description: 'Before which place the older ones stand: ask with until; null: there are none' })

const who = z
  .union([
    z.object({ as: z.literal('person'), name: text }),
    z.object({ as: z.literal('role'), role: z.enum(roles) }),
    z.object({ as: z.enum(['somebody', 'desk']) }),
    z.object({ as: z.literal('program'), name: text }),
  ])
  .openapi({
    description:
      'Who did it: a name for those who may see people, otherwise a role held now; the desk; or a command',
  }) satisfies z.ZodType<Doer>

const owner = z.object({
  actor: words('An actor, or treaty: and the treaty whose secretariat it is'),
  name: text,
  isKeeper: z.boolean().openapi({ description: 'The secretariat of a treaty, by the name of the treaty' }),
})

export const historySchema = z
  .object({
    ...inWorld,
    thing: words('The key of the thing: its kind and what identifies it'),
    kind: text,
    title: maybeText,
    whose: maybeText,
    about: z
      .object({
        factKind: maybeText,
        obligation: maybeText,
        coversYear: z.number().int().nullable(),
        plan: maybeText,
      })
      .openapi({ description: 'What the thing is, as far as that is known' }),
    called: z
      .array(z.object({ actor: text, name: text }))
      .openapi({ description: 'Names of the actors that owners and values name by their ids' }),
    path: maybeText,
    revision: z.number().int().nullable().openapi({ description: 'Of a draft: how often it was saved' }),
    entries: z.array(
      z.object({
        seq: place,
        sha256,
        happenedAt,
        who,
        action,
        differences: z
          .array(z.object({ field: text, before: maybeText, after: maybeText }))
          .openapi({ description: 'The fields that differ; null: it was not there' }),
        decided: z
          .array(owner.extend({ note: maybeText }))
          .openapi({ description: 'For which owners something was decided, with its note' }),
        published: z
          .object({ publishedAs: text, owners: z.array(owner) })
          .nullable()
          .openapi({ description: 'In whose right it was published; null: it was not' }),
        isSealed: z
          .boolean()
          .openapi({ description: 'Some of it is not for everyone’s eyes, and was left out' }),
        restores: z
          .enum(['texts', 'draft', 'fact'])
          .nullable()
          .openapi({ description: 'What stood before and can be brought back; null: nothing' }),
      }),
    ),
    count: z.number().int().openapi({ description: 'How much was done to it in all' }),
    rest,
  })
  .openapi('History') satisfies z.ZodType<HistoryShown>

export const auditSchema = z
  .object({
    ...inWorld,
    trail: z.enum(['world', 'people']),
    head: z.object({ seq: z.number().int(), sha256: text }).openapi({
      description: 'Where the trail ends: noted elsewhere, it shows whether it was written anew',
    }),
    entries: z.array(
      z.object({
        seq: place,
        sha256,
        happenedAt,
        who,
        agent: words('Who did it as the trail names them: an id and never a name'),
        action,
        subject: text,
        things: z.array(text).openapi({ description: 'The first things it touched' }),
        touched: z.number().int().openapi({ description: 'How many things it touched in all' }),
      }),
    ),
    rest,
  })
  .openapi('AuditTrail') satisfies z.ZodType<AuditShown>
