// The States of the exercise. Every name is invented; codes come from the ranges ISO 3166-1 leaves to users (numeric 900 and above).

export type Form = 'republic' | 'kingdom' | 'federation' | 'principality' | 'state' | 'islands'
export type Language = 'en' | 'fr' | 'es' | 'ru' | 'ar' | 'zh' | 'mn'

export type State = {
  /** In the place of ISO 3166-1 alpha-3: XAA to XZZ. */
  code: string
  region: 'northern' | 'eastern' | 'southern' | 'western' | 'island'
  form: Form
  /** Column 1–9 and row 1–6 of the fictional tile grid. */
  tile: [column: number, row: number]
  /** The language its reports are written in. */
  reportsIn: 'en' | 'fr' | 'es' | 'ru' | 'ar' | 'zh'
  names: Record<Language, string>
}

const state = (
  code: string,
  region: State['region'],
  form: Form,
  tile: [number, number],
  reportsIn: State['reportsIn'],
  ...[en, fr, es, ru, ar, zh, mn]: [string, string, string, string, string, string, string]
): State => ({ code, region, form, tile, reportsIn, names: { en, fr, es, ru, ar, zh, mn } })

// biome-ignore format: one State a line
export const states: readonly State[] = [
  state('XAU', 'northern', 'kingdom', [5, 1], 'en', 'Aulendmark', 'Aulendmark', 'Aulendmark', 'Аулендмарк', 'أولندمارك', '奥伦德马克', 'Аулендмарк'),
  state('XBR', 'northern', 'principality', [3, 2], 'fr', 'Brudenholt', 'Brudenholt', 'Brudenholt', 'Бруденхольт', 'برودنهولت', '布鲁登霍尔特', 'Бруденхолт'),
  state('XEK', 'northern', 'republic', [4, 2], 'en', 'Eskervalt', 'Eskervalt', 'Eskervalt', 'Эскервальт', 'إسكرفالت', '埃斯克瓦尔特', 'Эскервалт'),
  state('XHJ', 'northern', 'kingdom', [4, 1], 'en', 'Hjelvaster', 'Hjelvaster', 'Hjelvaster', 'Хьельвастер', 'هيلفاستر', '耶尔瓦斯特', 'Хьелвастер'),
  state('XKV', 'northern', 'republic', [6, 1], 'en', 'Kvessund', 'Kvessund', 'Kvessund', 'Квессунн', 'كفيسوند', '克韦松', 'Квессунд'),
  state('XSK', 'northern', 'republic', [5, 2], 'en', 'Skarvonje', 'Skarvonie', 'Skarvonia', 'Скарвонье', 'سكارفونيه', '斯卡尔沃涅', 'Скарвонье'),
  state('XTV', 'northern', 'republic', [6, 2], 'en', 'Tarvelund', 'Tarvelund', 'Tarvelund', 'Тарвелунн', 'تارفيلوند', '塔尔韦伦', 'Тарвелунд'),
  state('XYL', 'northern', 'republic', [3, 1], 'en', 'Ylmarista', 'Ylmarista', 'Ylmarista', 'Ильмариста', 'إلماريستا', '伊尔马里斯塔', 'Илмариста'),
  state('XBY', 'eastern', 'republic', [9, 3], 'ru', 'Belyuntsa', 'Bélyountsa', 'Beliuntsa', 'Белюнца', 'بيليونتسا', '别柳恩察', 'Белюнца'),
  state('XDM', 'eastern', 'federation', [8, 2], 'ru', 'Dastomirja', 'Dastomirie', 'Dastomiria', 'Дастомирья', 'داستوميريا', '达斯托米里亚', 'Дастомирья'),
  state('XGZ', 'eastern', 'republic', [7, 3], 'en', 'Grizhanka', 'Grijanka', 'Grizhanka', 'Грижанка', 'غريجانكا', '格里然卡', 'Грижанка'),
  state('XKU', 'eastern', 'republic', [8, 3], 'ru', 'Kurovashta', 'Kourovachta', 'Kurovashta', 'Куровашта', 'كوروفاشتا', '库罗瓦什塔', 'Куровашта'),
  state('XOV', 'eastern', 'republic', [6, 3], 'en', 'Ovremija', 'Ovrémie', 'Ovremia', 'Овремия', 'أوفريميا', '奥夫雷米亚', 'Овремия'),
  state('XPD', 'eastern', 'republic', [9, 2], 'ru', 'Pradovenets', 'Pradovenets', 'Pradovenets', 'Прадовенец', 'برادوفينيتس', '普拉多韦涅茨', 'Прадовенец'),
  state('XTJ', 'eastern', 'state', [9, 1], 'en', 'Tamgarjin', 'Tamgardjine', 'Tamgaryin', 'Тамгаржин', 'تامغارجين', '塔姆加尔金', 'Тамгаржин'),
  state('XZM', 'eastern', 'republic', [7, 2], 'ru', 'Zemrovask', 'Zemrovask', 'Zemrovask', 'Земроваск', 'زمروفاسك', '泽姆罗瓦斯克', 'Земроваск'),
  state('XAJ', 'southern', 'republic', [4, 6], 'fr', 'Adjenuba', 'Adjénouba', 'Adyenuba', 'Адженуба', 'أجنوبا', '阿杰努巴', 'Адженуба'),
  state('XLF', 'southern', 'kingdom', [6, 5], 'fr', 'Lufembwe', 'Loufembwé', 'Lufembue', 'Луфембве', 'لوفمبوي', '卢芬布韦', 'Луфембве'),
  state('XMK', 'southern', 'kingdom', [6, 6], 'en', 'Mokoliso', 'Mokoliso', 'Mokoliso', 'Моколисо', 'موكوليسو', '莫科利索', 'Моколисо'),
  state('XNG', 'southern', 'republic', [5, 4], 'fr', 'Ngwembari', 'Ngwembari', 'Ngwembari', 'Нгвембари', 'نغويمباري', '恩圭姆巴里', 'Нгвембари'),
  state('XOK', 'southern', 'republic', [5, 5], 'en', 'Okuvanda', 'Okuvanda', 'Okuvanda', 'Окуванда', 'أوكوفاندا', '奥库万达', 'Окуванда'),
  state('XSB', 'southern', 'republic', [7, 4], 'ar', 'Sabonteki', 'Sabonteki', 'Sabonteki', 'Сабонтеки', 'سابونتيكي', '萨邦特基', 'Сабонтеки'),
  state('XTY', 'southern', 'republic', [5, 6], 'fr', 'Tambuyela', 'Tambouyéla', 'Tambuyela', 'Тамбуела', 'تامبوييلا', '坦布耶拉', 'Тамбуела'),
  state('XWA', 'southern', 'state', [6, 4], 'ar', 'Wassoréa', 'Wassoréa', 'Wassorea', 'Вассореа', 'واصوريئا', '瓦索雷亚', 'Вассореа'),
  state('XZR', 'southern', 'republic', [7, 5], 'ar', 'Zirakonda', 'Zirakonda', 'Ziraconda', 'Зираконда', 'زيراكوندا', '齐拉孔达', 'Зираконда'),
  state('XCV', 'western', 'republic', [2, 3], 'es', 'Cortumela', 'Cortoumela', 'Cortumela', 'Кортумела', 'كورتوميلا', '科尔图梅拉', 'Кортумела'),
  state('XIX', 'western', 'republic', [1, 4], 'es', 'Ixuvanca', 'Ixouvanca', 'Ixuvanca', 'Иксуванка', 'إكسوفانكا', '伊克苏万卡', 'Иксуванка'),
  state('XMR', 'western', 'federation', [2, 5], 'es', 'Marunvessa', 'Marounvessa', 'Marunvesa', 'Марунвесса', 'مارونفيسا', '马伦韦萨', 'Марунвесса'),
  state('XPL', 'western', 'republic', [3, 4], 'es', 'Puluenta', 'Poulouenta', 'Puluenta', 'Пулуэнта', 'بولوينتا', '普卢恩塔', 'Пулуэнта'),
  state('XQO', 'western', 'republic', [3, 3], 'es', 'Quorrela', 'Quorréla', 'Cuorrela', 'Куоррела', 'كووريلا', '库奥雷拉', 'Куоррела'),
  state('XSR', 'western', 'principality', [3, 5], 'es', 'Santa Erulinda', 'Sainte-Érulinde', 'Santa Erulinda', 'Санта-Эрулинда', 'سانتا إيروليندا', '圣埃鲁琳达', 'Санта-Эрулинда'),
  state('XTZ', 'western', 'republic', [2, 4], 'es', 'Tizcamar', 'Tizcamar', 'Tizcámar', 'Тискамар', 'تيزكامار', '蒂斯卡马尔', 'Тискамар'),
  state('XYG', 'western', 'republic', [4, 3], 'es', 'Yaguapirá', 'Yaguapira', 'Yaguapirá', 'Ягуапира', 'ياغوابيرا', '亚瓜皮拉', 'Ягуапира'),
  state('XFM', 'island', 'republic', [1, 6], 'en', 'Faleumora', 'Faléoumora', 'Faleumora', 'Фалеумора', 'فاليومورا', '法莱乌莫拉', 'Фалеумора'),
  state('XKW', 'island', 'republic', [7, 6], 'zh', 'Kerawelo', 'Kérawélo', 'Kerawelo', 'Керавело', 'كيراويلو', '克拉韦洛', 'Керавело'),
  state('XMT', 'island', 'republic', [9, 6], 'en', 'Moturengi', 'Motourengui', 'Moturengui', 'Мотуренги', 'موتورينغي', '莫图伦吉', 'Мотуренги'),
  state('XNU', 'island', 'state', [8, 6], 'en', 'Niuroha', 'Niouroha', 'Niuroha', 'Ниуроха', 'نيوروها', '纽罗哈', 'Ниуроха'),
  state('XOB', 'island', 'islands', [8, 5], 'zh', 'Obbarai Islands', 'Îles Obbarai', 'Islas Obbarai', 'Острова Оббараи', 'جزر أوباراي', '奥巴莱群岛', 'Оббарайн арлууд'),
  state('XTE', 'island', 'republic', [9, 4], 'en', 'Teluhanga', 'Télouhanga', 'Teluhanga', 'Телуханга', 'تيلوهانغا', '特卢汉加', 'Телуханга'),
  state('XVK', 'island', 'kingdom', [9, 5], 'zh', 'Vakaleoa', 'Vakaléoa', 'Vakaleoa', 'Вакалеоа', 'فاكاليوا', '瓦卡莱奥阿', 'Вакалеоа'),
]

/** The State with this code; the exercise names none that it does not have. */
export const stateOf = (code: string): State => {
  const found = states.find((one) => one.code === code)
  if (found === undefined) throw new Error(`the exercise has no State ${code}`)
  return found
}

// French elides before a vowel: d'Aulendmark, but de Hjelvaster.
const frenchOf = (name: string) => (/^[AEIOUÉÎ]/.test(name) ? `d'${name}` : `de ${name}`)

const formal: Record<Form, Record<Language, (name: string) => string>> = {
  republic: {
    en: (name) => `Republic of ${name}`,
    fr: (name) => `République ${frenchOf(name)}`,
    es: (name) => `República de ${name}`,
    ru: (name) => `Республика ${name}`,
    ar: (name) => `جمهورية ${name}`,
    zh: (name) => `${name}共和国`,
    mn: (name) => `Бүгд Найрамдах ${name} Улс`,
  },
  kingdom: {
    en: (name) => `Kingdom of ${name}`,
    fr: (name) => `Royaume ${frenchOf(name)}`,
    es: (name) => `Reino de ${name}`,
    ru: (name) => `Королевство ${name}`,
    ar: (name) => `مملكة ${name}`,
    zh: (name) => `${name}王国`,
    mn: (name) => `${name} Вант Улс`,
  },
  federation: {
    en: (name) => `Federation of ${name}`,
    fr: (name) => `Fédération ${frenchOf(name)}`,
    es: (name) => `Federación de ${name}`,
    ru: (name) => `Федерация ${name}`,
    ar: (name) => `اتحاد ${name}`,
    zh: (name) => `${name}联邦`,
    mn: (name) => `${name} Холбооны Улс`,
  },
  principality: {
    en: (name) => `Principality of ${name}`,
    fr: (name) => `Principauté ${frenchOf(name)}`,
    es: (name) => `Principado de ${name}`,
    ru: (name) => `Княжество ${name}`,
    ar: (name) => `إمارة ${name}`,
    zh: (name) => `${name}公国`,
    mn: (name) => `${name} Ноёнт Улс`,
  },
  state: {
    en: (name) => `State of ${name}`,
    fr: (name) => `État ${frenchOf(name)}`,
    es: (name) => `Estado de ${name}`,
    ru: (name) => `Государство ${name}`,
    ar: (name) => `دولة ${name}`,
    zh: (name) => `${name}国`,
    mn: (name) => `${name} Улс`,
  },
  islands: {
    en: (name) => `Republic of the ${name}`,
    fr: (name) => `République des ${name}`,
    es: (name) => `República de las ${name}`,
    ru: (name) => `Республика ${name}`,
    ar: (name) => `جمهورية ${name}`,
    zh: (name) => `${name}共和国`,
    mn: (name) => `Бүгд Найрамдах ${name}ын Улс`,
  },
}

/** The formal name, such as "Kingdom of Aulendmark". */
export const formalName = (one: State, language: Language): string =>
  formal[one.form][language](one.names[language])
