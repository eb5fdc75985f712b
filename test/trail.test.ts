// Every change leaves an event: whatever writes rows is called, somewhere on each way up, by a function that records one.
// What does not is listed here, with the reason.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

type Writer = { file: string; name: string; text: string; words: Set<string> }

/** The functions at the top of each file of src. */
const all: Writer[] = globSync('src/**/*.ts').flatMap((path) =>
  readFileSync(path, 'utf8')
    .split(/\n(?=(?:export )?(?:const|async function\*?|function) )/)
    .flatMap((text) => {
      const name = /^(?:export )?(?:const|async function\*?|function) (\w+)/.exec(text)?.[1]
      if (name === undefined) return []
      const code = text.replaceAll(/^\s*(\/\/|\*|\/\*\*).*$/gm, '')
      const words = new Set([...code.matchAll(/(?<![.\w])(\w+)\(/g)].map((match) => match[1]!))
      return [{ file: path.replaceAll('\\', '/'), name, text, words }]
    }),
)

const callers = new Map<string, Writer[]>()
for (const one of all) for (const word of one.words) callers.set(word, [...(callers.get(word) ?? []), one])

const writes = ({ text }: Writer): boolean =>
  /\b(insert into|delete from) [a-z_]+\b|\bupdate [a-z_]+(?: as \w+)?\s+set\b/.test(text)
const base = ['recordEvent', 'notePeopleEvent', 'append', 'chainOlderEvents']
const calls = ({ words }: Writer, names: readonly string[]): boolean => names.some((name) => words.has(name))
/** The functions that record an event, and those that do nothing else. */
const recorders = [
  ...base,
  ...all.filter((one) => /^note[A-Z]/.test(one.name) && calls(one, base)).map(({ name }) => name),
]
const records = (one: Writer): boolean => calls(one, recorders)

/** The ends of the ways up from a function on which nobody records anything. */
const unrecorded = (start: Writer, seen = new Set<Writer>()): string[] => {
  if (seen.has(start) || records(start)) return []
  seen.add(start)
  const above = (callers.get(start.name) ?? []).filter((one) => one !== start)
  return above.length === 0
    ? [`${start.file} ${start.name}`]
    : above.flatMap((caller) => unrecorded(caller, seen))
}

/** Files, or functions of them, whose writes need no event of their own. */
const reasons: Record<string, string> = {
  'src/db/migrate.ts': 'the form of the store',
  'src/db/older-events.ts': 'the trail itself',
  'src/db/setting-store.ts':
    'what was loaded of what ships, which has its own events; rules of age record theirs',
  'src/indicators/store.ts': 'values are computed, and kept until something is written',
  'src/indicators/members-store.ts': 'members of values are computed too',
  'src/duties/calendar-store.ts': 'what calendars last said, counted for subscribers',
  'src/cooperation/rating-store.ts':
    'what readers think of a page: counts without anyone in them, and which forms were sent, for two hours',
  'src/accounts/letter-store.ts': 'the outbox: what letters tell of has events of its own',
  'src/accounts/digest-choice-store.ts takeDigestDay': 'which digest was sent on which day',
  'src/accounts/digest-choice-store.ts saveDigestLetter': 'which digest was sent on which day',
  'src/accounts/lock-out-store.ts': 'counts of wrong tries, forgotten after a while',
  'src/accounts/session-store.ts': 'sessions come and go; signing in and out has events',
  'src/accounts/account-store.ts createAccount':
    'taking up the invitation records it, in the same transaction',
  'src/accounts/account-store.ts savePassword': 'the same, for the password that comes with the account',
  'src/accounts/first-administrator-store.ts saveFirstLink': 'a link on the console; using it has an event',
  'src/accounts/invitation-store.ts insertInvitation': '`invite` records it, behind a function named `write`',
  'src/accounts/invitation-store.ts forgetInvitations':
    'what was used, withdrawn or over is forgotten in time',
  'src/accounts/second-factor-store.ts useCode': 'which code was used last, so that none is used twice',
  'src/accounts/address-change-store.ts removeOldAddressChanges':
    'wishes that are over are forgotten in time',
  'src/reports/draft-store.ts noteDigest':
    'the digest of what a draft says, where it had none: what it says is as its events tell',
  'src/accounts/token-store.ts noteUse': 'the day a token was used last',
}

test('whatever writes a row is recorded in the trail, or says here why not', () => {
  const isExcused = ({ file, name }: Writer) => (reasons[file] ?? reasons[`${file} ${name}`]) !== undefined
  const without = all.filter((one) => writes(one) && !isExcused(one) && unrecorded(one).length > 0)
  assert.deepEqual(
    without.map(({ file, name }) => `${file} ${name}`),
    [],
  )
})

test('nothing is excused that is not there', () => {
  const there = new Set(all.filter(writes).flatMap(({ file, name }) => [file, `${file} ${name}`]))
  assert.deepEqual(
    Object.keys(reasons).filter((key) => !there.has(key)),
    [],
  )
})
