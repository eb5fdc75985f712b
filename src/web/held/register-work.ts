// What work on promises adds to a State's register: whom it names for each part of a promise, and which of what is owed is work.
import type { Db } from '../../db/store.ts'
import { owningIn } from '../../facts/owning.ts'
import { listDatums, listSupersededNames } from '../../facts/store.ts'
import { workHeld, workKinds } from '../../implementation/held.ts'
import { kindsOwedOnce } from '../../implementation/owed.ts'
import { seeingTo } from '../../implementation/seeing-to-it.ts'
import { readShippedKinds } from '../../reports/shipped.ts'
import type { DutyShown } from '../data/duties.ts'
import type { SeenToBy } from '../data/register.ts'
import type { Handles } from './handles.ts'

export type RegisterWork = {
  seeing: (part: string) => readonly SeenToBy[]
  isWork: (owed: DutyShown) => boolean
}

const readWork = async (db: Db, seen: Db, today: string) => {
  const kinds = readShippedKinds()
  const datums = await listDatums(seen, { kinds: workKinds(kinds) })
  if (datums.length === 0) return undefined
  return workHeld(datums, today, {
    owning: await owningIn(db, kinds),
    unseen: await listSupersededNames(db, workKinds(kinds)),
  })
}

/** Of what its reader sees; `nameOf` calls an actor by its id, undefined for what is none. Of `actors` and nobody else. */
export const registerWork = async (
  { db, seen }: Handles,
  {
    today,
    nameOf,
    isOf,
  }: {
    today: string
    nameOf: (id: string) => string | undefined
    isOf: (actor: string) => boolean
  },
): Promise<RegisterWork> => {
  const kinds = readShippedKinds()
  const once = kindsOwedOnce(kinds)
  const work = await readWork(db, seen, today)
  return {
    isWork: ({ duty }) => once.some((kind) => duty.endsWith(`/${kind}`)),
    seeing: (part) =>
      work === undefined
        ? []
        : seeingTo(work, kinds, part)
            .filter(({ fact }) => isOf(fact.datum.actor))
            .map(({ who, body, fact }): SeenToBy => {
              const named = body ?? nameOf(who)
              const meant = named === undefined ? work.find('working-body', who) : undefined
              return {
                actor: body === null && named !== undefined ? who : null,
                name: named ?? String(meant?.datum.body.title ?? who),
                by: 'work',
                inferred: false,
                title: typeof fact.datum.body.title === 'string' ? fact.datum.body.title : null,
                path: `/implementation/${fact.id}`,
              }
            }),
  }
}
