// Pictures drawn on the server by Observable Plot. Colours come from the style sheet by class (the content security
// policy allows no inline styles), so one picture follows light, dark and print.
import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import { type Html, ownMarkup } from '../html.ts'

const { document } = parseHTML('<!doctype html><html><body></body></html>')

/** Attributes by which Plot styles its parts, and what it says to readers: both are ours to say. */
const unwanted = ['style', 'aria-label', 'aria-hidden', 'font-family', 'fill', 'stroke', 'stroke-opacity']
const places = ['d', 'transform', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy']

/** A line has no filling; a hatching stands in the page itself, where a style sheet cannot name it. */
const isKept = (fill: string | null): boolean => fill === 'none' || fill?.startsWith('url(#') === true

const withoutStyles = (svg: SVGElement): void => {
  for (const style of [...svg.querySelectorAll('style')]) style.remove()
  for (const part of [svg, ...svg.querySelectorAll('*')]) {
    for (const name of unwanted)
      if (name !== 'fill' || !isKept(part.getAttribute('fill'))) part.removeAttribute(name)
    for (const name of places) {
      const value = part.getAttribute(name)
      if (value !== null)
        part.setAttribute(
          name,
          value.replace(/\d+\.\d{2,}/g, (digits) => Number(digits).toFixed(1)),
        )
    }
  }
  svg.removeAttribute('width')
  svg.removeAttribute('height')
}

/** Draws `options` as a picture of the style sheet's `classes`; `words` is its text alternative. */
export const picture = (classes: string, options: Plot.PlotOptions, words: string): Html => {
  const svg = Plot.plot({ document: document as unknown as Document, ...options }) as unknown as SVGElement
  withoutStyles(svg)
  svg.setAttribute('class', classes)
  svg.setAttribute('role', 'img')
  svg.setAttribute('aria-label', words)
  return ownMarkup(svg.outerHTML)
}
