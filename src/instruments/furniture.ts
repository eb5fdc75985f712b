// Page headers, footers and numbers: lines of the page, not of the text. They are recognised by what pages do
// (count upwards, carry the document's symbol, repeat beside a page break), never by repetition alone, because
// plans repeat lines of their own ("Indicators").
import { isBlank, type Line } from './lines.ts'
import { isTerminated, readMark } from './marks.ts'

const documentSymbol =
  /^(?:\d{1,3})?[A-Z]{1,10}(?:\/[A-Za-z0-9.()-]{1,20}){1,7}(?:\s*\*)?(?:\s+(?:page )?\d{1,4})?$/
const jobNumber = /^(?:GE|V)\.\d{2}-\d{4,6}(?:\s*\(?[A-Z]\)?)?(?:\s+\d{1,4})?$/
const pageOf = /^[-–—|\s]*(?:page|p\.|seite|página)\s*\d{1,4}(?:\s*(?:of|\/|de|sur)\s*\d{1,4})?[-–—|\s]*$/i
const pageWord = '(?:page|p\\.|seite|página|страница|стр\\.|хуудас)'
const ofPages = '\\s*(?:of|\\/|de|sur|von|из)\\s*\\d{1,4}'
const parting = '(?:\\s*[-–—|·•]\\s*|\\s{2,}|\\t+)'
// "Harbour Plan - Page 2 of 9", "Page 2 | Harbour Plan": a sign or a run of spaces parts the name from the page.
const namedPage = new RegExp(
  `^\\S.*?${parting}${pageWord}\\s*\\d{1,4}(?:${ofPages})?$|^${pageWord}\\s*\\d{1,4}(?:${ofPages})?${parting}\\S`,
  'iu',
)
// "Harbour Plan Page 2 of 9": a capital and both numbers, and no word before it that sends the reader there.
const titledPage =
  /^\p{Lu}(?!.*(?<!\p{L})(?:see|on|at|to|from|voir|véase|en|à|см\.)[,:]? Page).*[\p{L}\p{N})],? (?:Page|Página|Seite) \d{1,4} (?:of|de|sur|von) \d{1,4}$/u
const dashedNumber = /^[-–—|]\s*\d{1,4}\s*[-–—|]$/
const bareNumber = /^\d{1,4}(?:\s*\/\s*\d{1,4})?$/
/** A line of a table of contents: dots lead to a page number. */
export const contentsLine = /\S.*(?:\.\s?){4,}\s*\d{1,4}$|\S.*…{2,}\s*\d{1,4}$/

/** Lines of a web page that a text was copied from: they do something on the page, and say nothing. */
const webLine =
  /^(?:skip to (?:main )?content|download(?: as)?(?: (?:the )?(?:pdf|docx?|document|file|pledge))?|share(?: this)?(?: (?:page|on|via|pledge)(?: .{1,20})?)?|print(?: this)?(?: page)?|back to (?:top|search|list|results|all pledges)|read more|see (?:more|all|also:?)|show (?:more|less)|supporting documents?:?|accept (?:all )?cookies|cookie (?:settings|policy)|privacy policy|terms of use|sign (?:in|up)|log ?in|subscribe|follow us(?: on .{1,30})?|related (?:pledges|documents|content|links):?|(?:©|copyright).{0,80}|all rights reserved\.?|télécharger(?: .{1,20})?|partager(?: .{1,20})?|imprimer|lire la suite|retour(?: .{1,20})?|descargar(?: .{1,20})?|compartir(?: .{1,20})?|imprimir|leer más|volver(?: .{1,20})?|скачать(?: .{1,20})?|поделиться(?: .{1,20})?|печать|читать далее|татаж авах|хуваалцах|хэвлэх|дэлгэрэнгүй)$/iu

/** Where one is on a web page: "Home > Pledges > Search", "Contact". They come before the text. */
export const webPlace =
  /^(?:\S[^>»›]{0,40}\s*[>»›]\s*){1,8}\S[^>»›]{0,60}$|^(?:home|menu|contact(?: us)?|search|about(?: us)?|news|english|français|español|русский|монгол|العربية|accueil|recherche|inicio|buscar|búsqueda|главная|поиск|контакты|нүүр|хайх|холбоо барих)$/iu

export type Furniture = { page: Set<number>; contents: Set<number> }

/** Numbers of the lines that are furniture (`page`) and of those of a table of contents (`contents`). */
export const findFurniture = (lines: Line[]): Furniture => {
  const page = new Set<number>()
  const contents = new Set<number>()
  const bare: Line[] = []
  const short = new Map<string, Line[]>()
  const full = lines.filter((line) => !isBlank(line))
  const order = new Map(full.map((line, i) => [line.number, i]))
  for (const line of full) {
    const text = line.plain
    if (text.length > 160) continue
    if (contentsLine.test(text)) contents.add(line.number)
    else if (
      documentSymbol.test(text) ||
      jobNumber.test(text) ||
      pageOf.test(text) ||
      isNamedPage(line) ||
      dashedNumber.test(text) ||
      webLine.test(text)
    )
      page.add(line.number)
    else if (bareNumber.test(text)) bare.push(line)
    else if (text.length <= 110) {
      const same = short.get(text)
      if (same === undefined) short.set(text, [line])
      else same.push(line)
    }
  }
  for (const line of risingNumbers(bare)) page.add(line.number)
  // A symbol on its first page stands in the heading of the document, once: it is furniture where it comes again.
  const symbols = new Map<string, number[]>()
  for (const n of page) {
    const text = lines[n - 1]!.plain
    if (documentSymbol.test(text)) symbols.set(text, [...(symbols.get(text) ?? []), n])
  }
  for (const [, at] of symbols) if (at.length === 1 && (order.get(at[0]!) ?? 0) < 12) page.delete(at[0]!)

  // What stands first on the first page, again below the number of a page, runs above each.
  const [top] = full
  const head = top === undefined ? '' : (top.plain.split(/\s{2,}|\t/)[0] ?? '')
  for (const line of full.slice(1)) {
    const before = full[(order.get(line.number) ?? 0) - 1]!
    const isBelow =
      page.has(before.number) && !documentSymbol.test(before.plain) && !webLine.test(before.plain)
    if (head.length >= 5 && isBelow && (line.plain === top!.plain || line.plain === head))
      page.add(line.number)
  }
  for (const same of short.values()) {
    if (same.length < 2) continue
    const atBreak = same.filter((line) => isAtPageBreak(line, full, order, page))
    if (atBreak.length >= 2 && atBreak.length * 2 > same.length)
      for (const line of atBreak) page.add(line.number)
  }
  return { page, contents }
}

// Once is enough: no other line counts its own page. A heading or an item is none, though it may say a page.
const isNamedPage = (line: Line): boolean => {
  const text = line.plain
  if (text.length > 110 || !(namedPage.test(text) || titledPage.test(text))) return false
  const mark = readMark(line)
  return mark.level === 0 && mark.list === undefined && mark.heading === undefined
}

// Page numbers rise by one or two from page to page; a lone figure is something else.
const risingNumbers = (bare: Line[]): Line[] => {
  const numbers = bare.map((line) => Number.parseInt(line.plain, 10))
  return bare.filter((line, i) => {
    const next = numbers[i + 1]
    const before = numbers[i - 1]
    const rises = (a: number | undefined, b: number | undefined) =>
      a !== undefined && b !== undefined && b > a && b - a <= 2
    return line.newPage || rises(numbers[i], next) || rises(before, numbers[i])
  })
}

// Beside a page number, a form feed or a symbol, or in the middle of a sentence.
const isAtPageBreak = (line: Line, full: Line[], order: Map<number, number>, page: Set<number>): boolean => {
  if (line.newPage) return true
  const i = order.get(line.number) ?? 0
  const before = full[i - 1]
  const after = full[i + 1]
  if ((before !== undefined && page.has(before.number)) || (after !== undefined && page.has(after.number)))
    return true
  if (after?.newPage === true) return true
  if (before === undefined || after === undefined) return false
  return (
    before.plain.length > 30 &&
    !isTerminated(before.plain) &&
    /^\p{Ll}/u.test(after.plain) &&
    /^\P{Ll}/u.test(line.plain)
  )
}
