// Tables that others keep, brought by whoever enters facts: at the desk for everyone, otherwise for those they write for,
// whose facts ask for approval like any other.
import { permit, permitEntering } from '../../accounts/permit.ts'
import { agentOf } from '../../accounts/person.ts'
import { type Db, inTransaction } from '../../db/store.ts'
import type { DatumDraft } from '../../facts/datum.ts'
import { listDraftedIds } from '../../facts/fact-draft-store.ts'
import { typedOfDraft } from '../../facts/typed-fact.ts'
import { readOncePerInstruments } from '../../instrument-folders.ts'
import { listTaken } from '../../mappings/held-store.ts'
import { checkExpected, importTable, previewTable, type TableOptions } from '../../mappings/import.ts'
import { type MappingHeld, readMappingsOf } from '../../mappings/mappings.ts'
import { unpacked } from '../../mappings/rows.ts'
import type { Handed } from '../../mappings/table.ts'
import type { RowFate, TableSummary } from '../../mappings/tally.ts'
import { problem } from '../../problem.ts'
import { readShippedKinds } from '../../reports/shipped.ts'
import {
  largestTable,
  type MappingShown,
  mostDrafted,
  type TableAsked,
  type TableData,
} from '../data/tables.ts'
import { namesHeld } from './actor-names.ts'
import { enterable } from './enter-facts.ts'
import { factDraftsHeld } from './fact-drafts.ts'
import { factToEnter } from './fact-thing.ts'
import type { Reader } from './handles.ts'

const held = {
  register: readOncePerInstruments(() => readMappingsOf('register', readShippedKinds())),
  exercise: readOncePerInstruments(() => readMappingsOf('exercise', readShippedKinds())),
}

const mostFirst = 5
const mostTaken = 5

const kindsOf = ({ mapping }: MappingHeld): string[] => [...new Set(mapping.facts.map(({ kind }) => kind))]

/** Throws `input-unreadable` where the files have more bytes than are read for a page. */
const checkSize = ({ file, beside }: Handed): void => {
  // A small file that holds very much is unpacked no further than this.
  const sizes = [file, ...beside.values()].map((one) => unpacked(one, 4 * largestTable).bytes.length)
  if (sizes.reduce((sum, size) => sum + size, 0) <= largestTable) return
  const limit = largestTable / 1024 / 1024
  throw problem('input-unreadable', `${file.name} is too large for a page. Nothing was stored.`, [
    {
      file: file.name,
      message: `Unpacked, the files have more than ${limit} MB together`,
      expected: 'the command "pacta data import" for larger files',
    },
  ])
}

/** What is looked at of a table: how it is counted, and the facts that it would store. */
type Read = { summary: TableSummary; drafts: DatumDraft[]; rows: Partial<Record<RowFate['fate'], number[]>> }

/** Bringing tables into one world, for one reader. */
export const tablesHeld = (reader: Reader): TableData => {
  const { db, world, person } = reader
  const isDesk = person.as !== 'person'
  const options = (): TableOptions => ({
    kinds: readShippedKinds(),
    marks: world === 'register',
    agent: agentOf(person),
  })
  const wayOf = (one: MappingHeld): MappingShown['way'] =>
    isDesk
      ? 'recorded'
      : kindsOf(one).every((kind) => Object.hasOwn(enterable(), kind))
        ? 'drafted'
        : 'command'
  const find = (id: string): MappingHeld => {
    const found = held[world]().find(({ mapping }) => mapping.id === id)
    if (found === undefined) throw problem('not-found', `There is no mapping "${id}".`)
    return found
  }
  /** The mapping, for whoever may enter what its rows become. */
  const permitted = ({ mapping, actor = '', handed }: TableAsked): MappingHeld => {
    permitEntering(person, world)
    const one = find(mapping)
    if (!isDesk) for (const kind of kindsOf(one)) permit(person, 'enter', factToEnter(world, { actor, kind }))
    if (wayOf(one) === 'command')
      throw problem('usage', 'Facts of these kinds come in by command: pacta data import.')
    checkSize(handed)
    return one
  }
  const read = async (
    trx: Db,
    one: MappingHeld,
    { handed, actor, receivedOn }: TableAsked,
  ): Promise<Read> => {
    const drafts: DatumDraft[] = []
    const rows: Read['rows'] = {}
    const summary = await previewTable(trx, one, handed, {
      ...{ ...options(), actor, receivedOn },
      onFate: ({ table, row, fate }) => {
        if (table !== '' || row === null) return
        rows[fate] ??= []
        if (rows[fate].length < mostFirst) rows[fate].push(row)
      },
      // The desk needs the first few; whoever asks for approval needs them all.
      onStored: (stored) => {
        for (const draft of stored) if (!isDesk || drafts.length < mostFirst) drafts.push(draft)
      },
    })
    return { summary, drafts, rows }
  }
  /** The facts for which nobody has asked yet. */
  const notAsked = async (trx: Db, drafts: readonly DatumDraft[]): Promise<DatumDraft[]> => {
    const open: DatumDraft[] = []
    for (const [kind, own] of Map.groupBy(drafts, (draft) => draft.kind)) {
      const actor = own[0]!.actor
      const asked = new Set(
        await listDraftedIds(trx, { actor, kind, ids: own.map(({ externalId }) => externalId) }),
      )
      open.push(...own.filter(({ externalId }) => !asked.has(externalId)))
    }
    return open
  }
  const draft = async (one: MappingHeld, asked: TableAsked & { expects: string }): Promise<number> =>
    inTransaction(db, async (trx) => {
      const { summary, drafts } = await read(trx, one, asked)
      checkExpected(summary, asked)
      const open = await notAsked(trx, drafts)
      if (open.length > mostDrafted)
        throw problem('usage', `${open.length} facts are too many to approve; ${mostDrafted} at most.`)
      // Who is called how stands beside the worlds, where no transaction of a world reaches; nothing of it is said here.
      const { people: _, ...inWorld } = reader
      const own = factDraftsHeld({ ...inWorld, db: trx, seen: trx })
      for (const fact of open) {
        const why = fact.supersedes === null ? undefined : `A newer edition says so: ${fact.locator ?? ''}`
        const id = await own.beginFactDraft(typedOfDraft(fact, enterable(), why), {
          mapping: one.mapping.id,
        })
        await own.decideFactDraft(id, { decision: 'ask', note: null, revision: 1 })
      }
      return open.length
    })
  return {
    listMappings: async () => {
      permitEntering(person, world)
      const taken = Map.groupBy(await listTaken(db, mostTaken), ({ mapping }) => mapping)
      return held[world]().map((one): MappingShown => {
        const { id, title, source, reach, reads, tables = {} } = one.mapping
        const { publisher = null, address = null, date = null, licence } = source
        return {
          ...{ id, title, source: { title: source.title, publisher, address, date }, licence, reach },
          ...{ format: reads.format, kinds: kindsOf(one) },
          beside: Object.entries(tables).flatMap(([name, table]) =>
            table.file === undefined ? [{ name, title: table.title }] : [],
          ),
          taken: (taken.get(id) ?? []).map(({ mapping: _, ...more }) => more),
          way: wayOf(one),
        }
      })
    },
    lookAtTable: async (asked) => {
      const { summary, drafts, rows } = await read(db, permitted(asked), asked)
      const nameOf = await namesHeld(db)
      const toStore = summary.facts.new + summary.facts.corrections
      const waiting = isDesk ? 0 : toStore - (await notAsked(db, drafts)).length
      return {
        ...{ summary, rows, waiting },
        first: drafts
          .slice(0, mostFirst)
          .map((one) => ({ row: one.place.line ?? 0, actorName: nameOf(one.actor), draft: one })),
        toStore: toStore - waiting,
        isDrafted: !isDesk,
      }
    },
    listFates: async (asked) => {
      const fates: RowFate[] = []
      const { handed, actor, receivedOn } = asked
      const onFate = (fate: RowFate): void => void fates.push(fate)
      await previewTable(db, permitted(asked), handed, { ...options(), actor, receivedOn, onFate })
      return fates
    },
    storeTable: async (asked) => {
      const one = permitted(asked)
      if (!isDesk) return { recorded: 0, corrected: 0, drafted: await draft(one, asked) }
      const { handed, actor, receivedOn, expects } = asked
      const { facts } = await importTable(db, one, handed, { ...options(), actor, receivedOn, expects })
      return { recorded: facts.new + facts.corrections, corrected: facts.corrections, drafted: 0 }
    },
  }
}
