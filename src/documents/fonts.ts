// The fonts that ship with Pacta (Open Font License), by file. No font of the machine is used: a document looks the same
// everywhere.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const noto = '@expo-google-fonts/noto-sans'
const naskh = '@expo-google-fonts/noto-naskh-arabic'

const always = [
  `${noto}/400Regular/NotoSans_400Regular.ttf`,
  `${noto}/400Regular_Italic/NotoSans_400Regular_Italic.ttf`,
  `${noto}/600SemiBold/NotoSans_600SemiBold.ttf`,
  `${noto}/700Bold/NotoSans_700Bold.ttf`,
]
const arabic = [
  `${naskh}/400Regular/NotoNaskhArabic_400Regular.ttf`,
  `${naskh}/700Bold/NotoNaskhArabic_700Bold.ttf`,
]
const chinese = ['NotoSansHans-Regular.otf', 'NotoSansHans-Bold.otf']

const pathOf = (file: string): string => fileURLToPath(import.meta.resolve(file))
const chinesePathOf = (name: string): string =>
  fileURLToPath(new URL(`../fonts/${name}`, import.meta.resolve('@embedpdf/fonts-sc')))

const read = (path: string): Uint8Array => new Uint8Array(readFileSync(path))

/** The upright faces of the Latin and Cyrillic font: all that pictures need, whose words are ours. */
export const pictureFonts = (): Uint8Array[] => [always[0]!, always[2]!].map((file) => read(pathOf(file)))

/** The fonts that `text` needs. The Chinese one has 16 MB and comes only where it has work to do. */
export const fontsFor = (text: string): Uint8Array[] => [
  ...always.map((file) => read(pathOf(file))),
  ...(/\p{Script=Arabic}/u.test(text) ? arabic.map((file) => read(pathOf(file))) : []),
  ...(/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(text)
    ? chinese.map((name) => read(chinesePathOf(name)))
    : []),
]

// Scripts in which names and words of States come, by the name Unicode gives them.
const scripts = [
  ...['Latin', 'Cyrillic', 'Greek', 'Arabic', 'Han', 'Hiragana', 'Katakana', 'Hangul', 'Hebrew', 'Armenian'],
  ...['Georgian', 'Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Tamil', 'Telugu', 'Kannada', 'Malayalam'],
  ...[
    'Sinhala',
    'Thai',
    'Lao',
    'Tibetan',
    'Myanmar',
    'Khmer',
    'Mongolian',
    'Ethiopic',
    'Thaana',
    'Syriac',
    'Tifinagh',
  ],
]

/** The script of a character in English, such as Khmer; undefined for signs of no script we name. */
export const scriptOf = (character: string): string | undefined =>
  scripts.find((script) => new RegExp(`\\p{Script=${script}}`, 'u').test(character))
