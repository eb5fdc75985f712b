// Work that comes again while the server runs: letters each quarter of a minute, clearing away each hour.

/**
 * `goesOn` becomes false when the runner is stopped: work in many steps ends after the one at hand. `breakOff` fires a few
 * seconds later: whoever waits for another machine waits no longer.
 */
export type Job = {
  name: string
  everyMs: number
  run: (goesOn: () => boolean, breakOff: AbortSignal) => Promise<void>
}

/** How long a stop waits for what is at hand before it is broken off. */
const graceMs = 5_000

export type Runner = { stop: () => Promise<void> }

/**
 * Runs each job at once, and again so long after it has ended. A job never runs beside itself. What it throws goes to
 * `report` with its name, and it runs again in its turn. `stop` waits for what is at hand.
 */
export const startRunner = (jobs: readonly Job[], report: (words: string) => void): Runner => {
  let goesOn = true
  const breaking = new AbortController()
  const timers = new Map<Job, NodeJS.Timeout>()
  const running = new Set<Promise<void>>()
  const turn = async (job: Job): Promise<void> => {
    try {
      await job.run(() => goesOn, breaking.signal)
    } catch (error) {
      report(`${job.name}: ${error instanceof Error ? error.message : String(error)}`)
    }
    if (goesOn) timers.set(job, setTimeout(() => start(job), job.everyMs).unref())
  }
  const start = (job: Job): void => {
    const current = turn(job).finally(() => running.delete(current))
    running.add(current)
  }
  for (const job of jobs) start(job)
  return {
    stop: async () => {
      goesOn = false
      for (const timer of timers.values()) clearTimeout(timer)
      const timer = setTimeout(() => breaking.abort(), graceMs)
      await Promise.all(running)
      clearTimeout(timer)
    },
  }
}
