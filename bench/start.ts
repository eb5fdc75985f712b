// The promise: after `npm start` on a folder that is there, the first page in under 3 seconds. Each run is a new
// process: its start, the listening server, the first byte of the first page.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const runs = 5

const firstByte = (address: string): Promise<void> =>
  new Promise((resolve, reject) => {
    get(address, (answer) => {
      answer.once('data', () => resolve())
      answer.resume()
    }).on('error', reject)
  })

/** Milliseconds from the start of the process until it listens, and until the first page begins to arrive. */
const start = async (folder: string): Promise<{ listening: number; page: number }> => {
  const began = performance.now()
  const child = spawn(process.execPath, ['bin/pacta.js', 'serve', '--port', '0', '--data', folder], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [said] = (await once(child.stdout, 'data')) as [Buffer]
  const listening = performance.now() - began
  const address = /http:\S+\d/.exec(String(said))?.[0]
  if (address === undefined) throw new Error(`The server said: ${said}`)
  await firstByte(address)
  const page = performance.now() - began
  child.kill()
  await once(child, 'exit')
  return { listening, page }
}

const folder = mkdtempSync(join(tmpdir(), 'pacta-bench-'))
try {
  const first = await start(folder)
  const times: { listening: number; page: number }[] = []
  for (let run = 0; run < runs; run++) times.push(await start(folder))
  const middle = (of: 'listening' | 'page') => times.map((time) => time[of]).sort((a, b) => a - b)[runs >> 1]!
  console.log(
    `start: first page ${middle('page').toFixed(0)} ms after the process began (listening ${middle('listening').toFixed(0)} ms); ` +
      `median of ${runs}, slowest ${Math.max(...times.map((time) => time.page)).toFixed(0)} ms; an empty folder took ${(first.page / 1000).toFixed(1)} s`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
