// Documents are under test: links lead somewhere, generated pages are up to date, commands named in them exist.
import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, test } from 'node:test'
import { pageTypes } from '../scripts/page-types.ts'
import { referencePages } from '../scripts/reference.ts'
import { commands } from '../src/cli/all.ts'
import { allPages } from '../src/web/pages/all.ts'

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...globSync('{docs,exercise,reference}/**/*.md'),
]

describe('the documents', () => {
  test('link only to what is there', () => {
    const broken = pages.flatMap((page) =>
      [...readFileSync(page, 'utf8').matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
        .map((match) => match[1]!)
        .filter((target) => !/^[a-z]+:/.test(target) && !existsSync(join(dirname(page), target)))
        .map((target) => `${page} → ${target}`),
    )
    assert.deepEqual(broken, [])
  })

  test('name only commands that exist', () => {
    const names = commands.map((command) => command.name)
    const unknown = pages.flatMap((page) =>
      [...readFileSync(page, 'utf8').matchAll(/npm exec pacta -- ([a-z]+(?: [a-z]+){0,2})/g)]
        .map((match) => match[1]!)
        .filter(
          (said) =>
            !names.some(
              (name) => said === name || said.startsWith(`${name} `) || said.split(' ')[0] === name,
            ),
        )
        .map((said) => `${page}: ${said}`),
    )
    assert.deepEqual(unknown, [])
  })

  test('made from the code are what the code makes now (node bin/run.js scripts/reference.ts)', () => {
    for (const [path, text] of Object.entries(referencePages()))
      assert.equal(readFileSync(path, 'utf8'), text, path)
  })

  test('every kind of page has its question and its pictures (scripts/page-types/)', () => {
    const served = allPages
      .filter((page) => page.isPart !== true)
      .map((page) => page.path)
      .filter((path) => !path.endsWith('.json'))
    assert.deepEqual(
      pageTypes.map((type) => type.path).sort(),
      [...served, '/api', '/problems/{type}'].sort(),
    )
  })

  test('every command explains itself with an example that calls it', () => {
    for (const command of commands) {
      assert.ok(command.summary.endsWith('.'), command.name)
      assert.ok(command.example.startsWith(`pacta ${command.name}`), command.name)
    }
  })

  test('every decision stands in the list', () => {
    const list = readFileSync('docs/decisions/README.md', 'utf8')
    for (const path of globSync('docs/decisions/0*.md'))
      assert.ok(list.includes(path.split('/').at(-1)!), path)
  })
})
