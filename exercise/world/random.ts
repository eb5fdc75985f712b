// Chance that can be repeated: every draw depends only on its own key, so that changing one State or one question
// changes nothing else in the data.

/** A number in [0, 1) that is always the same for the same key (FNV-1a, then a final mix). */
export const draw = (key: string): number => {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(key)) hash = Math.imul(hash ^ byte, 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 0x1_0000_0000
}

/** A whole number from `least` up to and with `most`. */
export const drawBetween = (key: string, least: number, most: number): number =>
  least + Math.floor(draw(key) * (most - least + 1))

/** One of `choices`. */
export const drawOf = <T>(key: string, choices: readonly T[]): T =>
  choices[drawBetween(key, 0, choices.length - 1)]!
