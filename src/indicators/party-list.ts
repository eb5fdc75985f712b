// Those who pledge, as a line lists them: "Joint pledge by the Government of X, the X Red Cross and the Government of Y". Pure.

/** What stands before the names. */
const lead = new RegExp(
  [
    '^(?:an? |the )?(?:(?:joint|common|voluntary|open|specific|individual|collective|multi-year) )*(?:pledges?|commitments?|undertakings?)(?: (?:jointly )?(?:submitted|presented|made|given|undertaken|signed))?(?: jointly)? (?:by|of|from)',
    '(?:(?:jointly )?(?:submitted|presented|made|given|undertaken|signed|pledged)(?: jointly)?) by',
    '(?:(?:names? of (?:the )?)?pledging (?:parties|entities|entity|party)|pledgers?|entit(?:y|ies)|parties to the pledge)',
    'engagement (?:commun |conjoint |volontaire |ouvert )*(?:(?:pris|présenté|soumis) )?par',
    "engagement (?:commun |conjoint |volontaire |ouvert )*(?=d[ue]s?(?!\\p{L})|de l[’'])",
    '(?:présenté|soumis|pris|signé)e?s? (?:conjointement )?par',
    '(?:promesa|compromiso) (?:conjunt[ao] |común |voluntari[oa] |abiert[oa] )*(?:(?:presentad|asumid)[oa] )?(?:por|(?=del?(?!\\p{L})))',
    '(?:presentad|asumid|firmad|suscrit)[oa]s? (?:conjuntamente )?por',
    '(?:(?:совместное|общее|добровольное) ){0,2}(?:обязательство|обещание)(?: (?:представлено|принято))?',
    '(?:представлен|принят|подписан)[оаы](?: совместно)?',
    'амлалтыг|(?:гаргасан|дэвшүүлсэн|амлалт өгөгч(?:ид)?)(?=\\s*[:：])',
    'تعهد مشترك(?: مقدم)? (?:من|بين)|تعهد (?:من|مقدم من)|مقدمة? من',
  ].join('|^'),
  'iu',
)

/** What stands behind them: a Mongolian verb, what is pledged, the years. */
const tail =
  /\s*(?:хамтран (?:гарга|амла|дэвшүүл|өг)\p{L}*|гаргасан амлалт|гарга(?:в|сан)|дэвшүүл(?:эв|сэн)|(?:хамтарсан )?амлалт)\.?$|\s*[,(]?\s*(?:for (?:the )?(?:years|period) )?20\d\d\s*[-–—/]\s*20\d\d\)?\.?$/iu

/** From here on it names those who help, or what is promised, and nobody who pledges. */
const helpers =
  /[\s,;(]+(?:(?:working |acting )?(?:together|jointly|in (?:close )?(?:cooperation|co-operation|collaboration|coordination|consultation|partnership)) with|with the (?:support|help|assistance|participation) of|supported by|assisted by|en (?:étroite )?(?:collaboration|coopération|partenariat|concertation) avec|avec (?:le soutien|l[’']appui|l[’']aide)|en (?:colaboración|cooperación|coordinación|alianza) con|con (?:el apoyo|la ayuda|la colaboración)|в сотрудничестве|при (?:поддержке|содействии|участии)|совместно с (?=министерств)|дэмжлэгтэй|بالتعاون مع|بدعم)(?!\p{L}).*$/iu

const topic =
  /\s*[:：–—]\s+.*$|\s+(?:on|concerning|regarding|entitled|about|sur|relatif|concernant|sobre|relativ[oa]|о|об|по вопрос\p{L}*)(?=\s|$).*$/iu

const articles =
  /^(?:the|le|la|les|l[’']|el|los|las|du|de la|de l[’']|des|d[’']|del|de los|de las|de|of the|of|al)\s*(?=\S)/iu

const joints =
  /\s*[;؛]\s*|\s*,\s*(?:and|et|y|e|и|болон|ба|و)?\s+(?=\S)|\s+(?:and|as well as|et|ainsi que|y|así como|и|а также|болон|ба|&)\s+|\s+و(?=ال|حكومة|جمعية)/iu
const semicolons = /\s*[;؛]\s*(?:(?:and|et|y|и|болон|ба)\s+)?/iu

/** "(National Society)", "(State)": what a list calls them, and no part of their names. */
const sort =
  /\s*\((?:national societ(?:y|ies)|states?|governments?|party|parties|société nationale|états?|sociedad nacional|estados?|национальное общество|государство|үндэсний нийгэмлэг|улс|засгийн газар)\)\s*$/iu

const isName = (text: string): boolean =>
  text.length >= 3 &&
  text.length <= 120 &&
  /^["“«(]?[\p{Lu}\p{Lo}]/u.test(text) &&
  !/^(?:20\d\d|page|date|on behalf)/iu.test(text) &&
  text.split(' ').length <= 14

const capitalised = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())

/** A State's own name may have an "and" in it: what follows goes on with it. `isHeld` knows such names. */
const rejoined = (names: readonly string[], isHeld: (name: string) => boolean): string[] => {
  const whole: string[] = []
  for (const name of names) {
    const before = whole.at(-1)
    const place = before?.replace(
      /^.*?(?:Government|Republic|Kingdom|Gouvernement|Gobierno|Правительство) (?:of (?:the )?|de (?:la |l[’'])?|du |del |des )?/u,
      '',
    )
    const joint = ['and', 'et', 'y', 'и'].find((word) => isHeld(`${place} ${word} ${name}`))
    if (before !== undefined && joint !== undefined) whole[whole.length - 1] = `${before} ${joint} ${name}`
    // "… and Foreign Affairs", "… and Crescent Societies" without an article name nobody.
    else whole.push(name)
  }
  return whole
}

/** The names in a list of those who pledge, as written, without articles; `isHeld` says whether a State is called so. */
export const namesListed = (list: string, isHeld: (name: string) => boolean): string[] => {
  const bare = list.replace(helpers, '').trim()
  const parts = semicolons.test(bare) ? bare.split(semicolons) : bare.split(joints)
  const names = parts
    .map((part) =>
      capitalised(
        (part ?? '')
          .trim()
          .replace(/[.:;,]+$/, '')
          .replace(sort, '')
          .replace(articles, '')
          .trim(),
      ),
    )
    .filter((part) => part !== '')
  return rejoined(names, isHeld).filter(isName)
}

/** Who pledges, by a line that says so ("Submitted by: A; B"), whether or not it goes on with what is pledged. */
export const namesInByline = (line: string, isHeld: (name: string) => boolean): string[] => {
  let rest = line.trim()
  for (let k = 0; k < 2; k++)
    rest = rest
      .replace(lead, '')
      .replace(/^\s*[:：]\s*/, '')
      .trim()
  rest = rest.replace(topic, '')
  for (let k = 0; k < 3; k++) rest = rest.replace(tail, '')
  return namesListed(rest, isHeld)
}

/** A text without whom it names as help: "…, working together with the Ministry of Schools, will train". */
export const withoutHelpers = (text: string): string =>
  text.replace(new RegExp(helpers.source.replace(/\.\*\$$/, '[^,.;:]*'), 'giu'), '')
