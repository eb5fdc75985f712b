// The shapes of what the pages of approval give as data.
import { z } from '@hono/zod-openapi'
import { waitingReasons } from '../../accounts/waiting.ts'
import type {
  Elsewhere,
  FactDraftShown,
  StandingShown,
  WaitingShown,
  WithOthersShown,
} from '../data/approval.ts'
import { inWorld, maybeNumber, maybeText, text } from './parts.ts'

const owner = z.object({
  owner: text.openapi({ description: 'An actor, or the keeper of a treaty (treaty:mine-ban)' }),
  name: text.openapi({ description: 'Its name; of a keeper the short title of the treaty' }),
  isKeeper: z.boolean().openapi({ description: 'Whether it keeps what is reported under a treaty' }),
  approvedAt: maybeText.openapi({ description: 'When it approved what is said now; null: it has not' }),
  approvedBy: maybeText.openapi({
    description: 'Who approved it; null: nobody, or not for its reader to know',
  }),
})
const factNamed = z
  .object({
    id: text.openapi({ description: 'Id of the fact' }),
    body: z
      .record(z.string(), z.unknown())
      .nullable()
      .openapi({ description: 'What it says; null: not for its reader to know' }),
    language: maybeText,
  })
  .nullable()
const flag = (description: string) => z.boolean().openapi({ description })

export const standingSchema = z.object({
  state: z.enum(['draft', 'approved', 'published']),
  approved: z.number().openapi({ description: 'How many owners have approved it as it stands' }),
  of: z.number().openapi({ description: 'How many owners have to' }),
  owners: z.array(owner).openapi({ description: 'Who has to approve it' }),
  asked: z
    .object({
      at: text.openapi({ description: 'When approval was asked for' }),
      note: maybeText.openapi({ description: 'A word to whoever approves it' }),
      by: maybeText.openapi({ description: 'Who asked; null: not for its reader to know' }),
    })
    .nullable()
    .openapi({ description: 'Whether its author asks for approval as it stands' }),
  returned: z
    .object({
      at: text.openapi({ description: 'When it was returned' }),
      note: maybeText.openapi({ description: 'What is to be changed' }),
      by: maybeText.openapi({ description: 'Who returned it; null: not for its reader to know' }),
      owner,
      isOpen: flag('Whether nothing was done since'),
      isChanged: flag('Whether it says something else now'),
    })
    .nullable()
    .openapi({ description: 'The last return that has not been answered' }),
  may: z
    .object({
      edit: flag('Whether its reader may change it'),
      ask: flag('Whether they may ask for approval'),
      approve: flag('Whether they may approve it'),
      withdraw: flag('Whether they may take an approval back'),
      return: flag('Whether they may return it with a note'),
      publish: flag('Whether they may publish it'),
      discard: flag('Whether they may give it up'),
      comment: flag('Whether they may comment on it'),
    })
    .openapi({ description: 'What its reader may do about it now' }),
}) satisfies z.ZodType<StandingShown>

const draftNamed = z.object({
  draftId: text.openapi({ description: 'Id of the draft' }),
  actor: text.openapi({ description: 'Whose fact it would be' }),
  actorName: text,
  kind: text,
  title: text.openapi({ description: 'Title of the kind' }),
  body: z
    .record(z.string(), z.unknown())
    .openapi({ description: 'The fields of the kind, as far as they can be read' }),
  changedAt: text.openapi({ description: 'When it was saved last' }),
})

export const factDraftSchema = z
  .object({
    ...inWorld,
    draft: z.object({
      draftId: text.openapi({ description: 'Id of the draft' }),
      actor: text.openapi({ description: 'Whose fact it would be' }),
      actorName: text,
      kind: text,
      title: text.openapi({ description: 'Title of the kind' }),
      typed: z.record(z.string(), z.string()).openapi({ description: 'As typed, by field' }),
      body: z
        .record(z.string(), z.unknown())
        .openapi({ description: 'The fields of the kind, as far as they can be read' }),
      revision: z.number().openapi({ description: 'Counts the saves' }),
      changedAt: text.openapi({ description: 'When it was saved last' }),
      changedBy: maybeText.openapi({ description: 'Who saved it last; null: not for its reader to know' }),
      notHeld: z.array(text).openapi({ description: 'Parties it names that nobody holds' }),
      issues: z
        .array(
          z.object({
            field: text,
            message: text,
            expected: text.optional(),
            found: text.optional(),
          }),
        )
        .openapi({ description: 'What is wrong with it' }),
      standing: standingSchema,
      became: maybeText.openapi({ description: 'Id of the fact it became; null: it is not published' }),
      names: z.array(draftNamed).openapi({
        description: 'Facts on their way that it names: they go before it, or together with it',
      }),
      namedBy: z.array(draftNamed).openapi({ description: 'Facts on their way that name it' }),
      alike: z
        .object({
          step: z
            .enum(['approve', 'publish'])
            .openapi({ description: 'What its reader can do about all of them' }),
          drafts: z
            .array(
              z.object({
                draftId: text.openapi({ description: 'Id of the draft' }),
                kind: text,
                body: z
                  .record(z.string(), z.unknown())
                  .openapi({ description: 'The fields of the kind, as far as they can be read' }),
                typed: z.record(z.string(), text).openapi({ description: 'Everything typed, by field' }),
                language: maybeText,
                replaces: factNamed.openapi({ description: 'The fact it takes the place of; null: none' }),
                withdraws: factNamed.openapi({ description: 'The fact it takes away; null: none' }),
                revision: z.number().openapi({ description: 'Counts the saves' }),
              }),
            )
            .openapi({ description: 'The others, in the order in which they were begun' }),
          left: z.number().openapi({ description: 'How many more there are than are listed' }),
        })
        .nullable()
        .openapi({
          description:
            'Others from the same hand, of the same actor and document, that wait for the same; null: none',
        }),
    }),
  })
  .openapi('FactDraft') satisfies z.ZodType<{ draft: FactDraftShown }>

const onItsWay = {
  world: z.enum(['register', 'exercise']),
  thing: text.openapi({ description: 'Key of the thing' }),
  what: z.enum(['fact', 'report', 'figures', 'page']),
  id: text.openapi({ description: 'Id of the draft, or digest of the release or page' }),
  actor: maybeText,
  actorName: maybeText,
  about: text.openapi({ description: 'The kind of fact, the obligation, or the plan; of a page, "page"' }),
  year: maybeNumber.openapi({ description: 'The year covered, or of the figures' }),
  title: maybeText.openapi({ description: 'What a fact calls itself' }),
  owners: z.array(text).openapi({ description: 'Who has to approve it' }),
  approved: z.number().openapi({ description: 'How many owners have approved it as it stands' }),
  of: z.number().openapi({ description: 'How many owners have to' }),
  note: maybeText.openapi({ description: 'What to change, or what its author says' }),
  changedAt: text.openapi({ description: 'When it was changed last' }),
}

/** One thing that waits for its reader. */
export const waitingItemSchema = z.object({
  ...onItsWay,
  reason: z.enum(waitingReasons).openapi({ description: 'Why it waits for its reader' }),
})

export const waitingSchema = z
  .object({
    ...inWorld,
    count: z.number().openapi({ description: 'How much there is to do' }),
    waiting: z
      .array(waitingItemSchema)
      .openapi({ description: 'Returned first, then to approve, to publish, to finish' }),
    withOthers: z
      .array(
        z.object({
          ...onItsWay,
          missing: z.array(owner).openapi({ description: 'Who has not approved it yet' }),
        }),
      )
      .openapi({ description: 'What the reader wrote or asked for, and others have to approve' }),
    elsewhere: z
      .object({
        world: z.enum(['register', 'exercise']),
        count: z.number().openapi({ description: 'How much waits there' }),
      })
      .openapi({ description: 'What waits for the reader in the other world' }),
  })
  .openapi('Waiting') satisfies z.ZodType<{
  count: number
  waiting: WaitingShown[]
  withOthers: WithOthersShown[]
  elsewhere: Elsewhere
}>
