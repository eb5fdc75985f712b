// What someone meets who walks a page by keyboard or hears it read: gathered in the browser, where boxes, styles and
// names are what they are. Runs inside the page, so it may use nothing from outside.

/** What is wrong with the page, each in a sentence; empty where nothing is. */
export const faultsOf = (): string[] => {
  const faults: string[] = []
  const words = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim()
  const nameOf = (element: Element): string => {
    const labelled = element.getAttribute('aria-labelledby')
    if (labelled !== null)
      return words(
        labelled
          .split(' ')
          .map((id) => document.getElementById(id)?.textContent)
          .join(' '),
      )
    const own = words(element.getAttribute('aria-label'))
    if (own !== '') return own
    const labels = (element as HTMLInputElement).labels
    if (labels != null && labels.length > 0)
      return words([...labels].map((label) => label.textContent).join(' '))
    return words(element.textContent)
  }
  const show = (element: Element): string => element.outerHTML.slice(0, 100)

  // Walked: what takes the focus stands in the order it is read, and says where it leads.
  const focusable = [
    ...document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex]',
    ),
  ].filter((element) => element.checkVisibility() && element.tabIndex >= 0)
  if (document.querySelector('[tabindex]:not([tabindex="0"], [tabindex="-1"])') !== null)
    faults.push('a tabindex changes the order')
  // Lists set in columns are read one column after the other.
  const columnsOf = (element: Element): Element | null => {
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      const { columnCount, columnWidth } = getComputedStyle(at)
      if (columnCount !== 'auto' || columnWidth !== 'auto') return at
    }
    return null
  }
  const fromRight = getComputedStyle(document.documentElement).direction === 'rtl'
  let lowest = Number.NEGATIVE_INFINITY
  let before: Element | undefined
  for (const element of focusable) {
    if (nameOf(element) === '' && (element as HTMLInputElement).type !== 'hidden')
      faults.push(`without a name: ${show(element)}`)
    if (element.classList.contains('skip')) continue
    const { top, height, left } = element.getBoundingClientRect()
    const columns = columnsOf(element)
    const ahead = left - (before?.getBoundingClientRect().left ?? left)
    if (columns?.contains(before ?? null) && (fromRight ? -ahead : ahead) > 40) lowest = top
    before = element
    // Within a line it goes along; from line to line down, never back up by more than a line.
    if (top + height < lowest - 60) faults.push(`stands above what is read before it: ${show(element)}`)
    lowest = Math.max(lowest, top)
  }

  // Same words in the same place, same target: what stands around a link (its sentence, its item, the headers of its
  // cell) is all that tells two links apart.
  const around = (link: Element): string => {
    const cell = link.closest('td, th')
    const table = cell?.closest('table')
    if (cell != null && table != null) {
      const row = words(cell.parentElement?.querySelector('th')?.textContent)
      const column = words(
        table.querySelectorAll('thead tr:last-child > *')[(cell as HTMLTableCellElement).cellIndex]
          ?.textContent,
      )
      return `${words(table.caption?.textContent)} ${row} ${column} ${words(cell.textContent)}`
    }
    const place = link.closest('li, dd') ?? link.closest('p, h1, h2, h3, h4')
    const heading = link.closest('section, article')?.querySelector('h1, h2, h3, h4')
    return `${words(heading?.textContent)} ${words(place?.textContent)}`
  }
  const targets = new Map<string, string>()
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const key = `${nameOf(link)} | ${around(link)}`
    const known = targets.get(key)
    if (known !== undefined && known !== link.href)
      faults.push(`“${nameOf(link)}” leads to ${known} and to ${link.getAttribute('href')}`)
    targets.set(key, link.href)
  }

  // Heard: headings nest, landmarks have names, tables have captions and scopes, pictures have words.
  const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
    .filter((heading) => heading.checkVisibility({ visibilityProperty: true }))
    .map((heading) => Number(heading.tagName[1]))
  if (levels.filter((level) => level === 1).length !== 1) faults.push('not one h1')
  for (const [i, level] of levels.entries())
    if (level > (levels[i - 1] ?? 0) + 1) faults.push(`headings jump: ${levels.join(' ')}`)
  for (const [landmark, count] of [
    ['main', 1],
    ['body > header', 1],
    ['body > footer', 1],
  ] as const)
    if (document.querySelectorAll(landmark).length !== count) faults.push(`not ${count} ${landmark}`)
  for (const kind of ['nav', '[role=search]']) {
    const names = [...document.querySelectorAll(kind)].map(nameOf)
    if (names.some((name) => name === '')) faults.push(`a ${kind} without a name`)
    if (new Set(names).size !== names.length) faults.push(`two ${kind} of one name: ${names.join(', ')}`)
  }
  for (const table of document.querySelectorAll('table')) {
    if (words(table.caption?.textContent) === '') faults.push(`a table without a caption: ${show(table)}`)
    if (table.querySelector('th') === null)
      faults.push(`a table without headers: ${words(table.caption?.textContent)}`)
    for (const header of table.querySelectorAll('th'))
      if (!['col', 'row', 'colgroup', 'rowgroup'].includes(header.scope))
        faults.push(`a header without a scope: ${show(header)}`)
  }
  for (const drawing of document.querySelectorAll('svg, img')) {
    const hidden = drawing.closest('[aria-hidden=true]') !== null
    const named = drawing.getAttribute('role') === 'img' && nameOf(drawing) !== ''
    if (!hidden && !named && drawing.parentElement?.closest('svg') == null)
      faults.push(`a picture without words: ${show(drawing)}`)
  }
  return [...new Set(faults)]
}

/** Marks of states whose shape cannot be seen: no size, or drawn in the colour of what is behind it. */
export const marksUnseen = (): string[] =>
  [...document.querySelectorAll('svg.shape')].flatMap((mark) => {
    if (!mark.checkVisibility()) return []
    const { width, height } = mark.getBoundingClientRect()
    const ink = getComputedStyle(mark).color
    let behind: Element | null = mark
    let field = 'rgba(0, 0, 0, 0)'
    while (behind !== null && /, 0\)$|^transparent$/.test(field)) {
      field = getComputedStyle(behind).backgroundColor
      behind = behind.parentElement
    }
    return width < 8 || height < 8 || ink === field ? [`${width}×${height} ${ink} on ${field}`] : []
  })
