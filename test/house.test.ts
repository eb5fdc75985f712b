// Holds the rules of the house: who may import whom, that the folder map is true, that every file has its room.
import assert from 'node:assert/strict'
import { globSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, test } from 'node:test'

/** A subject imports only what stands above it here. */
const order = [
  'words',
  'formats',
  'db',
  'accounts',
  'instruments',
  'facts',
  'rules',
  'parties',
  'mappings',
  'duties',
  'engagements',
  'implementation',
  'mine-action',
  'reports',
  'indicators',
  'releases',
  'cooperation',
  'documents',
  'search',
  'mail',
  'web',
  'cli',
]
/** Files directly in src/ that any subject may use, and those that tie everything together. */
const roots = ['problem.ts', 'fault.ts', 'config.ts', 'instrument-folders.ts']

const files = globSync('src/**/*.ts').map((path) => path.replaceAll('\\', '/'))
const importsOf = (path: string): string[] =>
  [
    ...readFileSync(path, 'utf8').matchAll(
      /(?:import|export)\s[^'"]*?from\s+'(\.[^']+)'|import\s+'(\.[^']+)'|import\('(\.[^']+)'\)/g,
    ),
  ].map((match) => normalize(join(dirname(path), (match[1] ?? match[2] ?? match[3])!)).replaceAll('\\', '/'))
const subjectOf = (path: string): string | undefined => {
  const [, subject, rest] = path.split('/')
  return rest === undefined ? undefined : subject
}

describe('the house', () => {
  test('a subject imports only what stands above it', () => {
    const wrong = files.flatMap((path) => {
      const from = subjectOf(path)
      if (from === undefined) return []
      return importsOf(path).flatMap((target) => {
        const to = subjectOf(target)
        if (to === from) return []
        if (to === undefined)
          return roots.includes(target.replace('src/', '')) || from === 'cli' || from === 'web'
            ? []
            : [`${path} → ${target}`]
        return order.indexOf(to) < order.indexOf(from) ? [] : [`${path} → ${target}`]
      })
    })
    assert.deepEqual(wrong, [])
  })

  test('every folder of src is a subject of the list', () => {
    const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory())
    assert.deepEqual(
      folders.map((entry) => entry.name).filter((name) => !order.includes(name)),
      [],
    )
  })

  test('no file imports itself through others', () => {
    const graph = new Map(files.map((path) => [path, importsOf(path)]))
    const done = new Set<string>()
    const visit = (path: string, trail: string[]): void => {
      assert.ok(!trail.includes(path), `a cycle: ${[...trail, path].join(' → ')}`)
      if (done.has(path)) return
      for (const next of graph.get(path) ?? []) visit(next, [...trail, path])
      done.add(path)
    }
    for (const path of files) visit(path, [])
  })

  test('only stores and db speak SQL', () => {
    const speaking = files.filter((path) => /\bsql(<[^`]*>)?`/.test(readFileSync(path, 'utf8')))
    const allowed = (path: string) => path.startsWith('src/db/') || /(^|[/-])store\.ts$/.test(path)
    assert.deepEqual(
      speaking.filter((path) => !allowed(path)),
      [],
    )
  })

  test('the folder map names every folder, and no other', () => {
    const map = readFileSync('docs/explanation/house.md', 'utf8')
    const named = [...map.matchAll(/^ {2}([a-z-]+)\/ /gm)].map((match) => match[1]!)
    const present = readdirSync('src', { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
    assert.deepEqual(named.sort(), present.sort())
  })

  test('tests and code need nothing outside the repository', () => {
    const named = globSync('{src,test,bench,scripts,bin,exercise}/**/*.{ts,js}').filter(
      (path) => !path.endsWith('house.test.ts') && /\.\.\/shared|\/work\//.test(readFileSync(path, 'utf8')),
    )
    assert.deepEqual(named, [])
  })
})
