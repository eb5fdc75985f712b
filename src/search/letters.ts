// Letters that readers type in place of one another, beside what Unicode itself takes apart (accents, full-width forms,
// ligatures). Both what is held and what is typed are folded, so a wrong pair costs precision, never a result.

/** Latin letters that do not decompose. */
const latin = 'ıi øo đd ðd łl ħh ŧt ŋn ßss æae œoe þth əe'

/** Mongolian ө and ү are typed as о and у where a keyboard lacks them; ё and й decompose by themselves. */
const cyrillic = 'өо үу ұу қк ңн ғг'

/** Persian and Urdu forms, the bare alef, taa marbuta, alef maqsura. Hamza on a seat decomposes. */
const arabic = 'ٱا ىي یي ېي کك ةه ھه ہه ەه'

/** Traditional and Japanese forms of characters that names of States and the words of treaties are written with. */
const han = [
  '國国 亞亚 愛爱 爾尔 蘭兰 義义 維维 羅罗 烏乌 馬马 達达 賽赛 盧卢 貝贝 聖圣 魯鲁 緬缅 韓韩 葉叶 門门 衛卫 圖图 納纳 鮮鲜 東东 萬万',
  '澤泽 諾诺 灣湾 紐纽 臘腊 倫伦 蘇苏 莊庄 畢毕 寧宁 龐庞 奧奥 蓋盖 內内 兒儿 來来 剛刚 剎刹 華华 贊赞 買买 麥麦 黃黄 約约 聯联 獨独',
  '島岛 庫库 強强 於于 條条 殺杀 傷伤 員员 報报 書书 締缔 會会 議议 際际 協协 軍军 戰战 爭争 務务 與与 為为 這这 個个 們们 區区 銷销',
  '毀毁 備备 儲储 產产 轉转 讓让 護护 權权 難难 殘残 發发 現现 過过 還还 對对 實实 應应 開开 關关 長长 風风 車车 貨货 財财 資资 質质',
  '費费 總总 統统 續续 組组 織织 給给 經经 濟济 說说 話话 語语 讀读 請请 証证 證证 識识 譯译 變变 頭头 題题 領领 項项 順顺 預预 願愿',
  '顧顾 類类 飛飞 館馆 驗验 點点 黨党 齊齐 龍龙 龜龟 喬乔 絲丝 羣群 臺台 勞劳 錫锡 諸诸 屬属 紮扎 瑪玛 遜逊 顛颠 託托 湯汤 塢坞 圓圆',
  '漢汉 盡尽 彈弹 滅灭 壞坏 掃扫 險险',
].join(' ')

const signs = 'ςσ'

const pairs = [latin, cyrillic, arabic, han, signs]
  .join(' ')
  .split(' ')
  .map((pair) => [...pair])

const folds = new Map(pairs.map(([from, ...to]) => [from!, to.join('')]))

/** Dropped: tatweel, the bare hamza, marks that join or part letters, and apostrophes that count as letters. */
const dropped = /[\p{M}\p{Cf}\u0640\u0621\u02b9-\u02bf\u02c8]/gu

const replaced = new RegExp(`[${[...folds.keys()].join('')}]`, 'gu')

const digits: readonly (readonly [RegExp, number])[] = [
  [/[\u0660-\u0669]/g, 0x660],
  [/[\u06f0-\u06f9]/g, 0x6f0],
]

/**
 * `text` as letters alone are compared: without case, accents, width, and differences of spelling that keyboards make.
 * Folding what is folded changes nothing.
 */
export const fold = (text: string): string => {
  let folded = text.normalize('NFKD').toLowerCase().normalize('NFKD').replace(dropped, '')
  folded = folded.replace(replaced, (letter) => folds.get(letter)!)
  for (const [pattern, zero] of digits)
    folded = folded.replace(pattern, (digit) => String(digit.charCodeAt(0) - zero))
  return folded
}

/** Folded Cyrillic in Latin letters, as passports and road signs have it: "улаанбаатар" is "ulaanbaatar". */
const romanLetters = new Map(
  (
    'аa бb вv гg дd еe жzh зz иi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy ь эe юyu яya ' +
    'іi єe ґg јj љlj њnj ћc ђdj џdz'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
)

const isCyrillic = /^[\u0400-\u04ff]+$/

/** A folded Cyrillic word in Latin letters; undefined for any other word. */
export const romanised = (folded: string): string | undefined =>
  isCyrillic.test(folded)
    ? [...folded].map((letter) => romanLetters.get(letter) ?? '').join('') || undefined
    : undefined

/** A folded Arabic word without its article; undefined where it has none or little would be left. */
export const withoutArticle = (folded: string): string | undefined =>
  folded.startsWith('ال') && folded.length >= 5 ? folded.slice(2) : undefined
