// Every single leaf of a payload, changed: what recomputing and the references find, and what only the digests, and so
// a signature, protect. docs/reference/releases.md names the latter.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { canonicalText, sha256Of } from '../../src/formats/canonical.ts'
import { freeze } from '../../src/releases/freeze.ts'
import { writeParts } from '../../src/releases/parts.ts'
import { fileTextOf } from '../../src/releases/read.ts'
import type { ReleasePayload } from '../../src/releases/release.ts'
import { verifyRelease } from '../../src/releases/verify.ts'
import { small } from './small.ts'

const { release } = freeze(small(), () => [])

type Leaf = { path: (string | number)[]; value: unknown }

const leavesOf = (value: unknown, path: (string | number)[] = []): Leaf[] => {
  if (typeof value !== 'object' || value === null) return [{ path, value }]
  const entries = Object.entries(value)
  if (entries.length === 0) return []
  return entries.flatMap(([key, item]) => leavesOf(item, [...path, Array.isArray(value) ? Number(key) : key]))
}

// Words that the form takes one of a few of: another of them is tried, as whoever forges would.
const others: Record<string, string> = {
  draft: 'adopted',
  exercise: 'register',
  complete: 'partial',
  yes: 'no',
  no: 'yes',
  known: 'provisional',
  counted: 'not counted',
  share: 'count',
  in: 'out',
}

/** Another value of the same kind: a day stays a day, a digest a digest. */
const another = (value: unknown): unknown => {
  if (typeof value === 'string' && Object.hasOwn(others, value)) return others[value]
  if (typeof value === 'number') return value + 1
  if (typeof value === 'boolean') return !value
  if (value === null) return 'x'
  const text = String(value)
  if (/^\d{4}-\d\d-\d\d$/.test(text))
    return text.endsWith('01') ? text.replace(/01$/, '02') : text.replace(/..$/, '01')
  if (/^[0-9a-f]{64}$/.test(text)) return text.startsWith('0') ? `1${text.slice(1)}` : `0${text.slice(1)}`
  return `${text}x`
}

const payload = JSON.parse(JSON.stringify(release.payload)) as ReleasePayload
const leaves = leavesOf(payload)
const wordsOf = ({ path }: Leaf) =>
  path
    .map((key) => (typeof key === 'number' ? '[]' : /^[a-z]\w*$/i.test(key) ? key : '*'))
    .join('.')
    .replaceAll('.[]', '[]')

/** The file with one leaf changed and the digest computed anew; the digests of the parts too where asked. */
const fileWith = ({ path, value }: Leaf, alsoParts: boolean, to = another(value)): string => {
  const changed = structuredClone(payload)
  let holder = changed as unknown as Record<string | number, unknown>
  for (const key of path.slice(0, -1)) holder = holder[key] as typeof holder
  holder[path.at(-1)!] = to
  if (alsoParts && path[0] !== 'parts') changed.parts = writeParts(changed).digests
  const text = canonicalText(changed)
  return fileTextOf({ ...release, payloadText: text, sha256: sha256Of(text) })
}

/** Found by anything, a refusal of the file included. */
const isFound = (file: string): boolean => {
  try {
    return !verifyRelease(Buffer.from(file), 'release.json').holds
  } catch {
    return true
  }
}

describe('a single leaf changed', () => {
  test('with the digest of the whole computed anew: always found', () => {
    assert.ok(leaves.length > 400)
    assert.deepEqual(leaves.filter((leaf) => !isFound(fileWith(leaf, false))).map(wordsOf), [])
  })

  const isUnnoticed = (leaf: Leaf) =>
    !isFound(fileWith(leaf, true)) || (typeof leaf.value === 'string' && !isFound(fileWith(leaf, true, null)))
  const undetected = [...new Set(leaves.filter(isUnnoticed).map(wordsOf))].sort()

  test('with the digests of the parts computed anew too: never unnoticed in a value, member or cohort', () => {
    assert.deepEqual(
      undetected.filter((path) =>
        /^(values|cohortLists|asOf|year|rules\.\*\.(population|condition|measure))/.test(path),
      ),
      [],
    )
  })

  test('what is then protected by the digest and signatures alone is what the reference page says', () => {
    const page = readFileSync('docs/reference/releases.md', 'utf8')
    const said = /<!-- by digest alone -->\n([\s\S]*?)\n<!-- end -->/.exec(page)?.[1] ?? ''
    const named = [...said.matchAll(/`([^`]+)`/g)].map((match) => match[1]!)
    const isNamed = (path: string) =>
      named.some((name) => path === name || path.startsWith(`${name}.`) || path.startsWith(`${name}[`))
    assert.ok(named.length > 10)
    assert.deepEqual(
      undetected.filter((path) => !isNamed(path)),
      [],
    )
  })
})
