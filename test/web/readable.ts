// A page as it is read, a line for each thing said: headings, paragraphs, rows, fields to fill, what a picture says.
// What cannot be heard or followed (classes, order of attributes, names of assets) is left out, so that a golden file
// changes only when a reader's page does.
import { documentOf } from './site.ts'

const blocks = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER LEGEND LI MAIN NAV OL P SECTION SUMMARY TABLE TBODY THEAD TFOOT TR UL'.split(
    ' ',
  ),
)
const landmarks = new Set('ASIDE FOOTER FORM HEADER MAIN NAV'.split(' '))

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim()

const nameOf = (element: Element): string => {
  const labelled = element.getAttribute('aria-labelledby')
  const owner = element.ownerDocument
  const words =
    element.getAttribute('aria-label') ??
    (labelled === null ? '' : (owner.getElementById(labelled)?.textContent ?? ''))
  return words === '' ? '' : ` “${squeezed(words)}”`
}

const field = (element: Element): string => {
  const kind =
    element.tagName === 'INPUT' ? (element.getAttribute('type') ?? 'text') : element.tagName.toLowerCase()
  const name = element.getAttribute('name') ?? ''
  const marks = ['required', 'checked', 'disabled', 'aria-invalid']
    .filter((mark) => element.hasAttribute(mark))
    .map((mark) => ` ${mark}`)
  // An id drawn for what is about to be entered is another one each time; those of the fictional world stay.
  const value = (element.getAttribute('value') ?? '').replace(
    /(?!01920000)[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[-0-9a-f]+/,
    '…',
  )
  return `[${kind} ${name}${value === '' ? '' : `=${value}`}${marks.join('')}]`
}

const picture = (element: Element): string => {
  const label = element.getAttribute('aria-label') ?? element.querySelector('title')?.textContent
  if (label != null && element.getAttribute('aria-hidden') !== 'true') return `(picture: ${squeezed(label)})`
  const mark = element.querySelector('use')?.getAttribute('href')
  return mark == null ? '' : `(${mark.replace('#m-', '')})`
}

/**
 * The lines of a page: what stands in its head for others to quote, then all of its body or, with `part` 'main', what it
 * has of its own.
 */
export const readable = (html: string, part: 'page' | 'main' = 'page'): string => {
  const document = documentOf(html)
  const lines: string[] = []
  let line = ''
  let prefix = ''
  const flush = () => {
    const words = squeezed(line)
    if (words !== '') lines.push(`${prefix}${words}`)
    line = ''
  }

  const row = (element: Element) => {
    const cells = [...element.children].map((cell) => {
      const before = lines.length
      for (const child of cell.childNodes) visit(child)
      flush()
      return lines.splice(before).join(' · ')
    })
    lines.push(`| ${cells.join(' | ')} |`)
  }

  const within = (element: Element, mark: string) => {
    flush()
    const outer = prefix
    prefix = `${outer.replace(/[-#>:] $/, '  ')}${mark}`
    for (const child of element.childNodes) visit(child)
    flush()
    prefix = outer
  }

  const inline = (element: Element) => {
    const language = element.getAttribute('lang')
    const href = element.tagName === 'A' ? element.getAttribute('href') : null
    const current = element.hasAttribute('aria-current') ? ' (here)' : ''
    const label = element.getAttribute('aria-label')
    if (label !== null) line += label
    else for (const child of element.childNodes) visit(child)
    if (language !== null) line += ` {${language}}`
    if (href !== null) line += ` <${href}>`
    line += current
  }

  const visit = (node: Node): void => {
    if (node.nodeType === 3) line += node.textContent ?? ''
    if (node.nodeType !== 1) return
    const element = node as Element
    const tag = element.tagName.toUpperCase()
    if (tag === 'SVG') line += ` ${picture(element)} `
    else if (/^(INPUT|TEXTAREA)$/.test(tag))
      line += ` ${field(element)} ${tag === 'TEXTAREA' ? element.textContent : ''}`
    else if (tag === 'SELECT')
      line += ` ${field(element)} ${[...element.querySelectorAll('option')].map((option) => `${squeezed(option.textContent ?? '')}${option.hasAttribute('selected') ? '*' : ''}`).join(' / ')}`
    else if (tag === 'BUTTON') line += ` [button ${squeezed(element.textContent ?? '')}]`
    else if (tag === 'TR') {
      flush()
      row(element)
    } else if (/^H[1-6]$/.test(tag)) within(element, `${'#'.repeat(Number(tag[1]))} `)
    else if (tag === 'LI') within(element, '- ')
    else if (tag === 'DT') within(element, ': ')
    else if (tag === 'BLOCKQUOTE') within(element, '> ')
    else if (blocks.has(tag)) {
      flush()
      if (landmarks.has(tag)) lines.push('', `[${tag.toLowerCase()}${nameOf(element)}]`)
      const language = element.getAttribute('lang')
      for (const child of element.childNodes) visit(child)
      if (language !== null) line += ` {${language}}`
      flush()
    } else if (/^(Q)$/.test(tag)) {
      line += '“'
      inline(element)
      line += '”'
    } else if (tag === 'BR') flush()
    else if (element.classList.contains('block')) {
      line += ' '
      inline(element)
      line += ' '
    } else inline(element)
  }

  const root = document.documentElement
  const description = document.querySelector('meta[name=description]')?.getAttribute('content')
  lines.push(
    `title: ${squeezed(document.querySelector('title')?.textContent ?? '')}`,
    `description: ${description ?? ''}`,
    `language: ${root.getAttribute('lang')}, ${root.getAttribute('dir')}`,
  )
  const from = part === 'main' ? document.querySelector('main')?.parentNode : document.body
  for (const child of from?.childNodes ?? [])
    if (part === 'page' || (child as Element).tagName?.toUpperCase() === 'MAIN') visit(child)
  flush()
  return `${lines.join('\n')}\n`
}
