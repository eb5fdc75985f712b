// Which of two events was written anew, where the one does not follow on the other though both are what their digests say:
// whoever writes one anew, with a new digest, breaks the link after it; the link before it too where they took the wrong
// digest over. Pure; events come in order.

/** An event on the walk. `isSelf`: what it says is what its digest was made of. */
export type Linked = { seq: number; previousSha256: string; sha256: string; isSelf: boolean }

/** Follows the links; `blame` is called once for each event that was written anew. */
export const followLinks = <L extends Linked>(start: string, blame: (event: L) => void) => {
  let last: L | undefined
  let before: L | undefined
  // The link into `last` is broken, and nobody has been blamed for it.
  let isOpen = false

  /** Decides about the link into `last`, once it is known whether it is followed. True where `last` is to blame. */
  const settle = (isFollowed: boolean): boolean => {
    if (!isOpen || last === undefined) return false
    isOpen = false
    const guilty = before === undefined || !isFollowed ? last : before
    blame(guilty)
    return guilty === last
  }

  return {
    /** The next event. One that does not stand right after the last has no link that could be broken. */
    next: (event: L): void => {
      const isAfter = event.seq === (last?.seq ?? 0) + 1
      const isBroken = isAfter && event.previousSha256 !== (last?.sha256 ?? start)
      const isBlamed = settle(!(isBroken && event.isSelf))
      before = isAfter ? last : undefined
      isOpen = isBroken && event.isSelf && last?.isSelf !== false && !isBlamed
      last = event
    },
    /** The end, by the digest noted for it. True where it is another event's, and no event was blamed for that. */
    end: (sha256: string): boolean => {
      const isBroken = sha256 !== (last?.sha256 ?? start)
      return !settle(!isBroken) && isBroken && last?.isSelf !== false
    },
  }
}
