// Plain text in lines that old programs and narrow screens show as they are.

/** Signs in a line; letters of the field end lines at 72. */
const width = 72

/**
 * Words in lines of at most 72 signs. A word longer than that, such as an address, has a line of its own. `indent`: blanks
 * before each line but the first.
 */
export const inLines = (words: string, indent = 0): string => {
  const lines: string[] = []
  let line = ''
  for (const word of words.split(/\s+/).filter((one) => one !== '')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line.trim() === '' || [...longer].length <= width) {
      line = line.trim() === '' ? line + word : longer
      continue
    }
    lines.push(line)
    line = ' '.repeat(indent) + word
  }
  return [...lines, line].join('\n')
}
