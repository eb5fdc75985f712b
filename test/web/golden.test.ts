import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { diff } from 'node:util'
import { goldenFolder, readGolden } from './golden.ts'
import { readable } from './readable.ts'

const files = await readGolden()
const renew = 'Read the change; if it is meant, write it with: node bin/run.js scripts/golden.ts'

/** Lines taken away and lines that came, with the number of the line they stand at. */
const changesBetween = (held: string, now: string): string => {
  let line = 0
  const changes = diff(now.split('\n'), held.split('\n')).flatMap(([sign, words]) => {
    if (sign !== -1) line += 1
    return sign === 0 ? [] : [`${sign === 1 ? '+' : '-'} ${line}: ${words}`]
  })
  return [
    ...changes.slice(0, 40),
    ...(changes.length > 40 ? [`… and ${changes.length - 40} more`] : []),
  ].join('\n')
}

describe('the golden file of a page', () => {
  for (const [name, now] of files)
    it(`says what the page says: ${name}`, () => {
      const path = `${goldenFolder}/${name}`
      assert.ok(existsSync(path), `There is no ${path}. ${renew}`)
      const held = readFileSync(path, 'utf8')
      assert.ok(held === now, `${path} differs from the page.\n${changesBetween(held, now)}\n${renew}`)
    })

  it('is of a page that there is', () => {
    const held = readdirSync(goldenFolder).filter((name) => name.endsWith('.txt'))
    assert.deepEqual(held.sort(), [...files.keys()].sort())
  })
})

describe('a page as it is read', () => {
  it('says headings, links, languages, rows, fields and pictures, and nothing that is not heard', () => {
    const page = `<!doctype html><html lang="en" dir="ltr"><head><title>T</title><meta name="description" content="D"></head>
<body class="x"><nav aria-label="Main"><ul><li><a href="/a" aria-current="page">A</a></li></ul></nav>
<main><h1>One <bdi lang="ar">أ</bdi></h1><table><caption>C</caption><tr><th>a</th><td>1 <b>2</b></td></tr></table>
<form><label>Q <input name="q" value="v"></label><button>Go</button></form>
<svg aria-hidden="true"><use href="#m-counted"/></svg> counted <svg role="img" aria-label="2025: 1"></svg></main></body></html>`
    assert.equal(
      readable(page),
      [
        'title: T',
        'description: D',
        'language: en, ltr',
        '',
        '[nav “Main”]',
        '- A </a> (here)',
        '',
        '[main]',
        '# One أ {ar}',
        'C',
        '| a | 1 2 |',
        '',
        '[form]',
        'Q [text q=v] [button Go]',
        '(counted) counted (picture: 2025: 1)',
        '',
      ].join('\n'),
    )
  })
})
