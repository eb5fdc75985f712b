// A structured plan as text again: every element puts its characters back where it found them.
import type { Passage, Piece, Plan } from './plan.ts'

/** All source characters a plan's elements hold, in the order of the elements. */
export const allPieces = (
  plan: Pick<
    Plan,
    'sections' | 'actions' | 'indicators' | 'footnotes' | 'frontMatter' | 'unplaced' | 'layout'
  >,
): Piece[] => {
  const pieces: Piece[] = []
  const take = (passages: { pieces: Piece[] }[]) => {
    for (const passage of passages) for (const piece of passage.pieces) pieces.push(piece)
  }
  take(plan.frontMatter)
  for (const section of plan.sections) {
    take([section])
    take(section.paragraphs)
    for (const list of section.lists) take(list.items)
  }
  for (const action of plan.actions) {
    take([action])
    take(action.indicators)
    take(action.details)
  }
  take(plan.indicators)
  take(plan.footnotes)
  take(plan.unplaced)
  take(plan.layout as Passage[])
  return pieces
}

/**
 * The source of a plan, written back from its elements: the same characters in the same order on the same lines.
 * White space inside a line and at its ends may differ.
 */
export const writePlan = (plan: Plan): string => {
  const pieces = allPieces(plan).sort((a, b) => a.line - b.line || a.column - b.column)
  const out: string[] = []
  let line = 1
  let column = 0
  for (const piece of pieces) {
    if (piece.line > line) {
      out.push('\n'.repeat(piece.line - line))
      line = piece.line
      column = 0
    }
    if (piece.column > column) out.push(' '.repeat(Math.min(piece.column - column, 200)))
    out.push(piece.raw)
    column = piece.column + piece.raw.length
  }
  if (plan.lineCount > line) out.push('\n'.repeat(plan.lineCount - line))
  return out.join('')
}
