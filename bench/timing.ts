// Times of one piece of work, run several times in one process: the wall clock, and the time of processors, which says
// the same on a busy machine as on a quiet one.

export type Times = { wallMs: number; cpuMs: number }

export const median = (numbers: number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!

/**
 * Medians of `runs` runs. CPU time is that of all threads of this process: the embedded store's thread counts, a
 * PostgreSQL server does not. `before` runs ahead of each one and is not timed.
 */
export const timed = async (
  work: () => Promise<unknown>,
  { runs = 5, before = async () => {} }: { runs?: number; before?: () => Promise<unknown> } = {},
): Promise<Times> => {
  const wall: number[] = []
  const cpu: number[] = []
  for (let run = 0; run < runs; run++) {
    await before()
    const start = performance.now()
    const cpuBefore = process.cpuUsage()
    await work()
    const used = process.cpuUsage(cpuBefore)
    wall.push(performance.now() - start)
    cpu.push((used.user + used.system) / 1000)
  }
  return { wallMs: median(wall), cpuMs: median(cpu) }
}

/** `1234 ms (CPU 1300)`. */
export const shown = ({ wallMs, cpuMs }: Times): string => `${digits(wallMs)} ms (CPU ${digits(cpuMs)})`

const digits = (ms: number): string => ms.toFixed(ms < 10 ? 1 : 0)
