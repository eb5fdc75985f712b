// The rules of staleness a world stands under: those that ship, and those set in it. Setting one leaves its trace.
import { recordEvent } from '../db/events.ts'
import { deleteSetting, findSetting, listSettings, saveSetting, settingThing } from '../db/setting-store.ts'
import { type Db, inTransaction } from '../db/store.ts'
import type { Kinds } from '../facts/kind.ts'
import { problem } from '../problem.ts'
import { isAfter, type StalenessRule, type StalenessRules, shippedStaleness } from './staleness.ts'

const prefix = 'staleness:'

/** The rules of a world, its own in the place of those that ship. */
export const findStaleness = async (db: Db): Promise<StalenessRules> => {
  const rules = new Map(shippedStaleness().map((rule) => [rule.scope, rule]))
  for (const { key, value } of await listSettings(db, prefix)) {
    const scope = key.slice(prefix.length)
    rules.set(scope, { scope, ...(JSON.parse(value) as { after: string; why: string }), isHere: true })
  }
  return rules
}

/** Everything a rule can be about. */
export const stalenessScopes = (kinds: Kinds): string[] => [
  'default',
  ...[...new Set(Object.values(kinds).flatMap(({ topic }) => topic ?? []))]
    .filter((topic) => topic !== 'votes' && topic !== 'statements')
    .map((topic) => `topic:${topic}`),
  ...Object.entries(kinds)
    .filter(([, { topic }]) => topic !== 'votes' && topic !== 'statements')
    .map(([kind]) => `kind:${kind}`),
]

/** The scope somebody wrote, with or without "kind:" or "topic:". Throws Problem `not-found`, naming what there is. */
export const scopeNamed = (written: string, kinds: Kinds): string => {
  const scopes = stalenessScopes(kinds)
  const found = [written, `kind:${written}`, `topic:${written}`].find((scope) => scopes.includes(scope))
  if (found === undefined)
    throw problem(
      'not-found',
      `There is no kind and no topic "${written}". Name the default, a topic (${scopes
        .filter((scope) => scope.startsWith('topic:'))
        .map((scope) => scope.slice('topic:'.length))
        .join(', ')}) or a kind of datum such as contribution.`,
    )
  return found
}

/**
 * Sets the rule of a scope in this world, in the place of the one that ships. Returns the rule. Throws Problem `usage`
 * where `after` is no length of time.
 */
export const setStaleness = async (
  db: Db,
  given: { scope: string; after: string; why: string; agent: string },
): Promise<StalenessRule> => {
  const { scope, after, why, agent } = given
  if (!isAfter(after))
    throw problem(
      'usage',
      `After how long should be a length of time in years, months and days such as P3Y, P18M or P90D, of no more than a century; it is "${after}".`,
    )
  return inTransaction(db, async (trx) => {
    const key = `${prefix}${scope}`
    const held = await findSetting(trx, key)
    const value = JSON.stringify({ after, why })
    await saveSetting(trx, key, value)
    await recordEvent(trx, {
      agent,
      action: 'staleness-set',
      subject: scope,
      detail: { changes: [], after, why },
      things: [settingThing(key, held, value)],
    })
    return { scope, after, why, isHere: true }
  })
}

/** Takes the world's own rule of a scope away, so that the one that ships holds again. Throws Problem `not-found` without one. */
export const unsetStaleness = (db: Db, scope: string, agent: string): Promise<void> =>
  inTransaction(db, async (trx) => {
    const held = await findSetting(trx, `${prefix}${scope}`)
    if (held === undefined) throw problem('not-found', `This world has no rule of its own for "${scope}".`)
    await deleteSetting(trx, `${prefix}${scope}`)
    await recordEvent(trx, {
      agent,
      action: 'staleness-unset',
      subject: scope,
      detail: { changes: [], was: JSON.parse(held) },
      things: [settingThing(`${prefix}${scope}`, held, undefined)],
    })
  })
