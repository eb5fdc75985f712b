// The rules drawn on a page: the lines of a table say where its cells end, where spaces between words can only hint.
import type { getResolvedPDFJS } from 'unpdf'

type Ops = Awaited<ReturnType<typeof getResolvedPDFJS>>['OPS']

/** A line drawn level or upright, in points from the left and from the top of the page. */
export type Rule = { x0: number; y0: number; x1: number; y1: number }

export type Matrix = [number, number, number, number, number, number]

/** The product of two matrices: what `b` places, placed by `a`. */
export const multiply = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[2] * b[1],
  a[1] * b[0] + a[3] * b[1],
  a[0] * b[2] + a[2] * b[3],
  a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4],
  a[1] * b[4] + a[3] * b[5] + a[5],
]

/** Rules kept of one page: tables have hundreds, drawings have more and are none. */
const mostRules = 5000
/** A bar filled this thin, in points, is a line. */
const thinnest = 2.5

/** The level and upright lines of a page by its drawing: strokes, and bars filled thin as Word draws its borders. */
export const rulesOf = (fnArray: number[], argsArray: unknown[], ops: Ops, view: Matrix): Rule[] => {
  const rules: Rule[] = []
  const saved: Matrix[] = []
  let now = view
  for (const [i, operator] of fnArray.entries()) {
    if (rules.length >= mostRules) return rules
    const args = argsArray[i] as unknown[] | null
    if (operator === ops.save) saved.push(now)
    else if (operator === ops.restore || operator === ops.paintFormXObjectEnd) now = saved.pop() ?? view
    else if (operator === ops.transform) now = multiply(now, args as unknown as Matrix)
    else if (operator === ops.paintFormXObjectBegin) {
      saved.push(now)
      const placed = args?.[0]
      if (placed != null) now = multiply(now, Array.from(placed as ArrayLike<number>) as Matrix)
    } else if (operator === ops.constructPath && args !== null) {
      const [paint, paths] = args as [number, (ArrayLike<number> | null)[] | null]
      const isStroked =
        paint === ops.stroke ||
        paint === ops.closeStroke ||
        paint === ops.fillStroke ||
        paint === ops.eoFillStroke
      if (!isStroked && paint !== ops.fill && paint !== ops.eoFill) continue
      for (const path of paths ?? []) if (path !== null) addRules(rules, path, isStroked, now)
    }
  }
  return rules
}

/** Numbers after each sign of a path: move, line, curve, short curve, close. */
const pathLengths = [2, 2, 6, 4, 0]

const addRules = (rules: Rule[], path: ArrayLike<number>, isStroked: boolean, at: Matrix) => {
  let points: [number, number][] = []
  const end = () => {
    if (isStroked) for (let k = 1; k < points.length; k++) addRule(rules, [points[k - 1]!, points[k]!])
    else if (points.length > 1) addRule(rules, points)
    points = []
  }
  for (let i = 0; i < path.length && rules.length < mostRules; ) {
    const sign = path[i]!
    const length = pathLengths[sign]
    if (length === undefined) return
    if (sign === 4) {
      if (points.length > 0) points.push(points[0]!)
    } else {
      const [x, y] = [path[i + length - 1]!, path[i + length]!]
      if (sign === 0) end()
      points.push([at[0] * x + at[2] * y + at[4], at[1] * x + at[3] * y + at[5]])
    }
    i += length + 1
  }
  end()
}

const addRule = (rules: Rule[], points: [number, number][]) => {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const rule = { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) }
  const [width, height] = [rule.x1 - rule.x0, rule.y1 - rule.y0]
  if (Math.min(width, height) <= thinnest && Math.max(width, height) > thinnest) rules.push(rule)
}

const isUpright = (rule: Rule) => rule.y1 - rule.y0 > rule.x1 - rule.x0

/** Where upright rules stand at a height, from the left; rules drawn twice side by side are one. */
export const uprightAt = (rules: Rule[], y: number): number[] => {
  const found: number[] = []
  const at = rules.filter((rule) => isUpright(rule) && rule.y0 <= y + 1 && rule.y1 >= y - 1)
  for (const x of at.map((rule) => (rule.x0 + rule.x1) / 2).sort((a, b) => a - b))
    if (found.length === 0 || x - found.at(-1)! > 4) found.push(x)
  return found
}

/** Whether a level rule at `x` parts the heights `from` and `to`. */
export const isParted = (rules: Rule[], x: number, from: number, to: number): boolean =>
  rules.some(
    (rule) => !isUpright(rule) && rule.x0 <= x && rule.x1 >= x && rule.y0 >= from - 1 && rule.y1 <= to + 1,
  )
