// The shapes of what the pages of treaties give as data.
import { z } from '@hono/zod-openapi'
import { inWorld, maybeNumber, maybeText, text } from './parts.ts'

const count = z.number().int()
const counts = z.object({
  party: count.openapi({ description: 'States Parties, those that are leaving included' }),
  leaving: count,
  joining: count,
  unknown: count,
  left: count,
  signatory: count.openapi({ description: 'Signed, and gave no consent to be bound' }),
  organisations: count.openapi({ description: 'Parties that are no States' }),
})
const source = z.object({ statedBy: text, address: maybeText, asOf: text }).nullable()
const basis = z.enum(['in force', 'consent']).openapi({
  description: '`consent`: the rule on entry into force is not held; consent to be bound is counted',
})
const act = z.object({
  kind: text,
  notifiedOn: maybeText,
  effectiveOn: maybeText,
  note: maybeText,
  datumId: text,
})
const standing = z.enum(['party', 'leaving', 'joining', 'unknown', 'left', 'signatory', 'none'])
const movement = z.object({ actor: maybeText, name: text, on: text, isExpected: z.boolean() })

export const treatySchema = z
  .object({
    ...inWorld,
    treaty: text,
    title: text,
    formalTitle: maybeText,
    mtdsg: maybeText.openapi({
      description: 'Number in Multilateral Treaties Deposited with the Secretary-General',
    }),
    depositary: maybeText,
    basis,
    asOf: text,
    knownOn: text,
    source,
    adoptedOn: maybeText,
    inForceFrom: maybeText,
    stated: z.object({ signatories: maybeNumber, parties: maybeNumber, asOf: text }).nullable(),
    counts,
    participants: z.array(
      z.object({
        actor: maybeText,
        name: text,
        standing,
        from: maybeText,
        until: maybeText,
        isEndExpected: z.boolean(),
        signedOn: maybeText,
        acts: z.array(act),
      }),
    ),
    years: z.array(
      z.object({
        year: count,
        on: text,
        parties: count,
        unknown: count,
        joined: z.array(movement),
        left: z.array(movement),
      }),
    ),
    steps: z.array(z.object({ on: text, parties: count })),
    meetings: z.array(
      z.object({
        code: text,
        title: text,
        series: text,
        startsOn: maybeText,
        endsOn: maybeText,
        when: maybeText,
        place: maybeText,
        otherwise: z.array(z.object({ startsOn: text, endsOn: maybeText, source: maybeText })),
        source: z.object({ title: text, address: maybeText, date: maybeText }).nullable(),
        datumIds: z.array(text),
      }),
    ),
    claims: z.array(
      z.object({
        actor: text,
        datumId: text,
        claim: text,
        claimedBy: text,
        claimedOn: maybeText,
        quotation: maybeText,
        language: maybeText,
        source: z
          .object({ title: text, address: maybeText, publisher: maybeText, published: maybeText })
          .nullable(),
        contestedBy: maybeText,
        contestQuotation: maybeText,
        contestSource: z.object({ title: text, address: maybeText }).nullable(),
      }),
    ),
    events: z.array(
      z.object({ kind: text, on: text, title: maybeText, names: z.array(text), isExpected: z.boolean() }),
    ),
  })
  .openapi('Treaty')

export const treatiesSchema = z
  .object({
    ...inWorld,
    asOf: text,
    knownOn: text,
    treaties: z.array(
      z.object({
        treaty: text,
        title: text,
        formalTitle: maybeText,
        mtdsg: maybeText,
        basis,
        source,
        inForceFrom: maybeText,
        counts,
        lastAct: z.object({ name: text, kind: text, on: text }).nullable(),
      }),
    ),
  })
  .openapi('Treaties')
