// Whose turn it is: leases of one thing, handed out in order of arrival.

export type Turn = { done: () => void }

export type Queue = {
  /** Resolves when it is this caller's turn; rejects with `onTimeout()` after `waitMs` without one. */
  take: (waitMs: number, onTimeout: () => Error) => Promise<Turn>
  /** Rejects everyone who waits. */
  refuseAll: (error: Error) => void
  length: () => number
}

export const createQueue = (): Queue => {
  type Waiting = { grant: () => void; refuse: (error: Error) => void }
  const waiting: Waiting[] = []
  let taken = false

  const next = () => {
    const first = waiting.shift()
    if (first === undefined) taken = false
    else first.grant()
  }

  const turn = (): Turn => {
    let over = false
    return {
      done: () => {
        if (over) return
        over = true
        next()
      },
    }
  }

  return {
    take: (waitMs, onTimeout) => {
      if (!taken) {
        taken = true
        return Promise.resolve(turn())
      }
      return new Promise((resolve, reject) => {
        const me: Waiting = {
          grant: () => {
            clearTimeout(timer)
            resolve(turn())
          },
          refuse: (error) => {
            clearTimeout(timer)
            reject(error)
          },
        }
        const timer = setTimeout(() => {
          const place = waiting.indexOf(me)
          if (place >= 0) waiting.splice(place, 1)
          reject(onTimeout())
        }, waitMs)
        waiting.push(me)
      })
    },
    refuseAll: (error) => {
      for (const one of waiting.splice(0)) one.refuse(error)
    },
    length: () => waiting.length,
  }
}
