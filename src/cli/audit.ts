// pacta audit head, verify: where an audit trail ends, and whether it is as it was written.
import { type AuditReader, readHead } from '../db/audit-store.ts'
import { chainStart } from '../db/chain.ts'
import { type Schema, schemas } from '../db/room.ts'
import type { Store } from '../db/store.ts'
import type { NotedHead } from '../db/verify/compare-chain.ts'
import type { Finding } from '../db/verify/finding.ts'
import { type Verified, verifyTrail } from '../db/verify/verify-trail.ts'
import { problem } from '../problem.ts'
import { type Command, type CommandContext, textOption } from './command.ts'

const schemaOption = {
  world: { type: 'string', describe: 'register, exercise, people, or all (which it is where none is named)' },
} as const

const readerOf = (store: Store, schema: Schema): AuditReader =>
  schema === 'people' ? store.people : store.world(schema)

const asked = (context: CommandContext): readonly Schema[] => {
  const name = textOption(context, 'world') ?? 'all'
  if (context.args.length > 0)
    throw problem('usage', `"${context.args[0]}" was not expected; a trail is named with --world.`)
  if (name === 'all') return schemas
  const schema = schemas.find((one) => one === name)
  if (schema === undefined)
    throw problem('usage', `There is no trail "${name}": name register, exercise, people or all.`)
  return [schema]
}

/** A head as `audit head` prints it: PLACE:DIGEST, or the digest alone. Throws Problem `usage`. */
const readNoted = (text: string): NotedHead => {
  const [, seq, sha256] = /^(?:(\d{1,15}):)?([0-9a-f]{64})$/.exec(text) ?? []
  if (sha256 === undefined)
    throw problem(
      'usage',
      'A head is a place and a digest, such as 120:9f2c… with 64 hex digits, as "pacta audit head" prints it.',
    )
  return { seq: seq === undefined ? null : Number(seq), sha256 }
}

export const auditHead: Command = {
  name: 'audit head',
  summary:
    'Prints where each audit trail ends: note it somewhere else, and nobody can write the trail anew unseen.',
  usage: '[--world register|exercise|people|all]',
  example: 'pacta audit head --world register',
  options: schemaOption,
  run: async (context) => {
    const store = await context.open()
    const heads = []
    for (const schema of asked(context)) {
      const { seq, sha256 } = (await readHead(readerOf(store, schema))) ?? { seq: 0, sha256: chainStart }
      heads.push({ world: schema, seq, sha256 })
    }
    if (context.json) context.out(JSON.stringify(heads, null, 2))
    else for (const { world, seq, sha256 } of heads) context.out(`${world.padEnd(8)} ${seq}:${sha256}`)
    return 0
  },
}

const kindWords: Record<Finding['kind'], string> = {
  removed: 'removed',
  'cut-off': 'cut off',
  altered: 'altered',
  moved: 'moved',
  inserted: 'inserted',
  'head-altered': 'end altered',
  'noted-head-missing': 'noted head missing',
  'record-altered': 'record altered',
  'record-removed': 'record removed',
  'record-unknown': 'record unknown',
}

const lineOf = ({ kind, seq, eventId, happenedAt, action, thing, says }: Finding): string => {
  const what = [
    eventId === null ? undefined : `event ${eventId}`,
    happenedAt === null ? undefined : `of ${happenedAt}`,
    action ?? undefined,
    thing ?? undefined,
  ].filter((part) => part !== undefined)
  const place = seq === null ? '' : ` at ${seq}`
  return `  ${kindWords[kind]}${place}: ${says}${what.length === 0 ? '' : ` (${what.join(', ')})`}`
}

// More of one trail, and the rest are counted.
const mostTold = 200

const tell = (context: CommandContext, verified: Verified) => {
  const { schema, events, things, records, held, uncompared, head, findings } = verified
  const older =
    uncompared === 0
      ? ''
      : `; ${uncompared} cannot be compared, or not in everything: events of before hold too little`
  const counted = `${events} events, ${things} things touched, ${records} records and ${held} other rows compared${older}`
  if (findings.length === 0)
    context.out(
      `${schema}: as it was written. ${counted}. It ends at ${head.seq === 0 ? 'no event' : `${head.seq}:${head.sha256}`}.`,
    )
  else {
    const found = findings.length === 1 ? 'one place is' : `${findings.length} places are`
    context.out(`${schema}: ${found} not as it was written. ${counted}.`)
    for (const finding of findings.slice(0, mostTold)) context.out(lineOf(finding))
    if (findings.length > mostTold) context.out(`  and ${findings.length - mostTold} more`)
  }
}

export const auditVerify: Command = {
  name: 'audit verify',
  summary:
    'Walks each audit trail and names every row that is removed, altered, moved, inserted or cut off, and every fact, report, release, decision, publication, role, token, invitation, department and setting that is not as the trail says.',
  usage: '[--world register|exercise|people|all] [--head PLACE:DIGEST]',
  example: 'pacta audit verify --world register',
  options: {
    ...schemaOption,
    head: { type: 'string', describe: 'an end noted earlier and elsewhere, which the trail must still hold' },
  },
  run: async (context) => {
    const all = asked(context)
    const head = textOption(context, 'head')
    if (head !== undefined && all.length > 1)
      throw problem('usage', 'A head belongs to one trail: name it with --world.')
    const notedHead = head === undefined ? undefined : readNoted(head)
    const store = await context.open()
    const verified: Verified[] = []
    for (const schema of all) {
      const onProgress = (events: number) => context.progress(`${schema}: ${events} events walked`)
      const one = await verifyTrail(readerOf(store, schema), schema, {
        onProgress,
        ...(notedHead === undefined ? {} : { notedHead }),
      })
      verified.push(one)
      if (!context.json) tell(context, one)
    }
    if (context.json) context.out(JSON.stringify(verified, null, 2))
    return verified.every(({ findings }) => findings.length === 0) ? 0 : 1
  },
}
