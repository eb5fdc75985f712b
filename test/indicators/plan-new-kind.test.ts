// What "plan new" says first: whether a text is a pledge, and who pledges. Its State and Society are invented.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { planNew } from '../../src/cli/plan-new.ts'
import { inTestWorld } from '../world.ts'

const numbered =
  'SAFE FORDS\n\nI. Objectives\nTo mark the fords.\nII. Action plan\n1. Mark the fords\n2. Train the crews\nIII. Indicators\n1. Fords are marked\nIV. Resources\nNone.\n'

const made = async (text: string, options: Record<string, string> = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'plan-new-'))
  const from = join(folder, 'fords.txt')
  writeFileSync(from, text)
  const out: string[] = []
  let code: number | undefined
  await inTestWorld(async (db) => {
    code = await planNew.run({
      ...{ args: [join(folder, 'fords')], options: { from, ...options }, json: false },
      open: async () => ({ world: () => db }),
      out: (line: string) => out.push(line),
    } as unknown as Parameters<typeof planNew.run>[0])
  })
  return { out, code, yaml: readFileSync(join(folder, 'fords', 'fords.yaml'), 'utf8') }
}

test('a text that says it is a pledge is one, whatever marks its actions; the first line says so', async () => {
  const { out, yaml } = await made(
    numbered.replace(
      'I. Objectives',
      'Joint pledge by the Government of Averland and the Averland Red Emblem Society\n\nI. Objectives',
    ),
  )
  assert.match(out[0]!, /^Read as a pledge, because it says "Joint pledge by .*--kind action-plan/)
  assert.match(
    out.join('\n'),
    /Who pledges: Government of Averland; Averland Red Emblem Society \(read from line 3\)/,
  )
  assert.match(yaml, /^kind: pledge/m)
  assert.match(yaml, /name: "Government of Averland"[\s\S]*name: "Averland Red Emblem Society"/)
})

test('a text that says nothing of it is an action plan, and how to make it a pledge is said', async () => {
  const { out, yaml } = await made(numbered)
  assert.match(out[0]!, /^Read as an action plan, because .*--kind pledge.*--party/)
  assert.match(yaml, /^kind: action-plan/m)
})

test('who pledges is never dropped: --party makes a pledge, and is refused beside --kind action-plan', async () => {
  const { out, yaml } = await made(numbered, { party: 'Government of Averland=XQO' })
  assert.equal(out[0], 'Read as a pledge, because --party names who pledges.')
  assert.match(yaml, /\{name: "Government of Averland", actor: XQO\}/)
  await assert.rejects(made(numbered, { party: 'Averland=XQO', kind: 'action-plan' }), /leave out --party/)
})

test('that only one who pledges was read, or none, is said with what to do', async () => {
  const one = await made(numbered.replace('To mark the fords.', 'Averland pledges to mark the fords.'))
  assert.match(one.out.join('\n'), /Who pledges: Averland \(read from line 4\)\n\s*Only one .*--party/)
  const none = await made(numbered, { kind: 'pledge' })
  assert.match(none.out.join('\n'), /Who pledges: nobody was found\. Say --party/)
})

test('a pledge without one indicator has a folder without mistakes', async () => {
  const { out, code } = await made(
    'PLEDGE P7\n\nEvaluation criteria :\n\nPledge text :\nAverland pledges to mark every ford.\n',
  )
  assert.match(out.join('\n'), /2 sections, 1 action, 0 indicators/)
  assert.match(out.join('\n'), /no item was found in this part/)
  assert.equal(code, 0)
})
