// Tables whose cells are drawn: the rules around them part columns and rows where the words alone cannot.
import type { TextLine } from './pdf-flow.ts'
import type { Segment } from './pdf-lines.ts'
import { isParted, type Rule, uprightAt } from './pdf-rules.ts'

/** The upright rules of a table: `edges` part its columns, `left` and `right` are around them where they are drawn. */
export type Frame = { edges: number[]; left: number | undefined; right: number | undefined }

/** The middle of the letters of a line, where a rule beside them passes. */
const heightOf = (line: TextLine) => line.y - 0.3 * line.size

const uprightBeside = (line: TextLine, rules: Rule[][]) =>
  uprightAt(rules[line.page - 1] ?? [], heightOf(line))

/** The frame of the table a line of labels heads; undefined where not one rule stands between each two labels. */
export const frameOf = (header: TextLine, rules: Rule[][]): Frame | undefined => {
  const uprights = uprightBeside(header, rules)
  const { segments } = header
  const between = segments.slice(1).map((next: Segment, k) => {
    const found = uprights.filter((x) => x > segments[k]!.x1 - 1 && x < next.x0 + 1)
    return found.length === 1 ? found[0] : undefined
  })
  const edges = between.filter((x) => x !== undefined)
  if (edges.length !== segments.length - 1) return undefined
  return {
    edges,
    left: uprights.findLast((x) => x < segments[0]!.x0 + 1),
    right: uprights.find((x) => x > segments.at(-1)!.x1 - 1),
  }
}

/** Whether a line is in a row of the table, in a cell across all its columns, or in none. */
export const standingOf = (line: TextLine, frame: Frame, rules: Rule[][]): 'row' | 'across' | 'outside' => {
  const uprights = uprightBeside(line, rules)
  const stands = (x: number | undefined) => x !== undefined && uprights.some((one) => Math.abs(one - x) < 3)
  if (frame.edges.some(stands)) return 'row'
  return stands(frame.left) && stands(frame.right) ? 'across' : 'outside'
}

/** Left and right edges of the cells of a column; undefined where no rule is drawn. */
export const edgesOf = (frame: Frame, column: number): [number | undefined, number | undefined] => [
  column === 0 ? frame.left : frame.edges[column - 1],
  column === frame.edges.length ? frame.right : frame.edges[column],
]

/** Whether a rule is drawn between two lines of one page, at the middle of a column. */
export const isPartedIn = (
  frame: Frame,
  column: number,
  rules: Rule[][],
  a: TextLine,
  b: TextLine,
): boolean => {
  const [left, right] = edgesOf(frame, column)
  const x = left === undefined ? right! - 10 : right === undefined ? left + 10 : (left + right) / 2
  return a.page === b.page && isParted(rules[a.page - 1] ?? [], x, a.y, heightOf(b))
}
