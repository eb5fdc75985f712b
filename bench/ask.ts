// The asking side of bench/pages.ts, run as a thread: the same address again and again, as fast as it is answered.
import { Agent, get } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'

export type Job = { address: string; connections: number; seconds: number }
/** Milliseconds of each answer, in the order they came, and how long all took. */
export type Times = { each: number[]; totalMs: number; bytes: number }

const fetchOnce = (agent: Agent, address: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const request = get(address, { agent, headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      let bytes = 0
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      answer.on('end', () =>
        answer.statusCode === 200 ? resolve(bytes) : reject(new Error(`${answer.statusCode} ${address}`)),
      )
    })
    request.on('error', reject)
  })

/** Asks again as soon as it is answered, on so many connections that are kept open. */
const ask = async ({ address, connections, seconds }: Job): Promise<Times> => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const each: number[] = []
  let bytes = await fetchOnce(agent, address)
  const start = performance.now()
  const one = async () => {
    while (performance.now() - start < seconds * 1000) {
      const asked = performance.now()
      bytes = await fetchOnce(agent, address)
      each.push(performance.now() - asked)
    }
  }
  await Promise.all(Array.from({ length: connections }, one))
  agent.destroy()
  return { each, totalMs: performance.now() - start, bytes }
}

parentPort?.postMessage(await ask(workerData as Job))
