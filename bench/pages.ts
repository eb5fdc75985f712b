// The promise: every page of the exercise in under 100 ms when nobody else asks, and quick when many do. Beside each
// page an empty route of the same server: what the server, the network and this machine cost without us. The embedded
// store, the exercise as it ships; the asking side runs in a thread of its own.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Hono } from 'hono'
import { openConfigured } from '../src/open.ts'
import { joinSites, startServer } from '../src/web/serve.ts'
import { createWorldSites } from '../src/web/world-sites.ts'
import type { Job, Times } from './ask.ts'

const quantile = (times: number[], part: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0

const perSecond = ({ each, totalMs }: Times): number => (each.length * 1000) / totalMs

const inThread = (job: Job): Promise<Times> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./ask.ts', import.meta.url), { workerData: job })
    worker.once('message', resolve)
    worker.once('error', reject)
  })

const plan = 'siem-reap-angkor-draft-2024-08'
const pages = {
  'first page': '/exercise',
  plan: `/exercise/plans/${plan}`,
  indicator: `/exercise/plans/${plan}/7.1?year=2026`,
  State: '/exercise/states/XAU',
  'a State of the register': '/states/MNG',
  cohorts: '/exercise/cohorts',
  search: '/exercise/search?q=clearance',
  'reports received': '/exercise/reports',
  'how to ask for data': '/exercise/api',
}

const measure = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'pacta-bench-'))
  const store = await openConfigured({ dataDir: folder })
  const sites = joinSites([
    ...(await createWorldSites(store, 'register')),
    ...(await createWorldSites(store, 'exercise')),
  ])
  const root = new Hono()
  root.get('/empty', (c) => c.text(''))
  root.mount('/', sites.fetch)
  const served = await startServer(root, 0)
  try {
    console.log(
      'pages of the exercise: alone (1 connection), then under load (8 connections), beside an empty route',
    )
    const line = async (name: string, path: string, empty?: { alone: number; loaded: number }) => {
      const address = `${served.address}${path}`
      await inThread({ address, connections: 1, seconds: 0.5 })
      const alone = await inThread({ address, connections: 1, seconds: 1.5 })
      const loaded = await inThread({ address, connections: 8, seconds: 1.5 })
      const ratio =
        empty === undefined ? '' : `, ${(empty.loaded / perSecond(loaded)).toFixed(0)}× an empty route`
      console.log(
        `${name.padEnd(24)} p50 ${quantile(alone.each, 0.5).toFixed(1).padStart(6)} ms, p95 ${quantile(alone.each, 0.95).toFixed(1).padStart(6)} ms; ` +
          `loaded ${perSecond(loaded).toFixed(0).padStart(5)}/s, p50 ${quantile(loaded.each, 0.5).toFixed(1).padStart(6)} ms, ` +
          `p95 ${quantile(loaded.each, 0.95).toFixed(1).padStart(6)} ms${ratio}; ${(loaded.bytes / 1000).toFixed(1)} kB`,
      )
      return { alone: perSecond(alone), loaded: perSecond(loaded) }
    }
    const empty = await line('an empty route', '/empty')
    for (const [name, path] of Object.entries(pages)) await line(name, path, empty)
  } finally {
    await served.close()
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

await measure()
