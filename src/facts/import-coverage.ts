// A file that says how far registers reach, into the store: all of it or none.
import { type Change, distinctChanges, recordEvent } from '../db/events.ts'
import { type Db, inTransaction } from '../db/store.ts'
import { type Issue, problem } from '../problem.ts'
import { actorsNamed, type Coverage, readCoverageFile } from './coverage.ts'
import { insertCoverage, listCoverage } from './coverage-store.ts'
import type { InputFile } from './datum-file.ts'
import type { Kinds } from './kind.ts'
import { findActorIds } from './store.ts'
import { todayIn } from './today.ts'

export type CoverageOptions = {
  kinds: Kinds
  agent?: string
  today?: string
  /** The obligations there are questions for: a report register of any other is refused. Undefined: any. */
  obligations?: readonly string[]
  /** Given, statements that contradict one held do not refuse the file: they are left out and told here. */
  keepHeld?: (issues: readonly Issue[]) => void
}

/** What statements touch: of everyone's records everyone in the register, so no actor of its own. */
export const changesOf = (stated: readonly Coverage[]): Change[] =>
  distinctChanges(
    stated.map(({ register, actor, heldFrom }) => ({ kind: register, actor: actor ?? '', heldFrom })),
  )

/**
 * Stores the statements of a coverage file. Anything wrong: `input-rejected` with every issue, and nothing is stored.
 * The same file again changes nothing.
 */
export const importCoverage = (
  db: Db,
  file: InputFile,
  options: CoverageOptions,
): Promise<{ recorded: number; alreadyHeld: number }> =>
  inTransaction(db, async (trx) => {
    const today = options.today ?? (await todayIn(trx))
    const { fresh, alreadyHeld, ...wrong } = readCoverageFile(
      file,
      {
        ...{ kinds: options.kinds, today, obligations: options.obligations },
        actors: await findActorIds(trx, actorsNamed(file)),
      },
      await listCoverage(trx),
    )
    const { keepHeld } = options
    const issues = keepHeld === undefined ? [...wrong.issues, ...wrong.contradictions] : wrong.issues
    if (issues.length > 0) {
      const count = issues.length === 1 ? 'one problem' : `${issues.length} problems`
      throw problem('input-rejected', `${file.name} has ${count}.`, issues)
    }
    if (wrong.contradictions.length > 0) keepHeld?.(wrong.contradictions)
    const things = await insertCoverage(trx, fresh)
    if (fresh.length > 0) {
      await recordEvent(trx, {
        agent: options.agent ?? 'pacta',
        action: 'coverage-stated',
        subject: file.name,
        detail: { changes: changesOf(fresh) },
        things,
      })
    }
    return { recorded: fresh.length, alreadyHeld }
  })
