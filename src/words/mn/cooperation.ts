// The page of multilateral cooperation, its versions, and what readers thought of it, in Mongolian.
import type { cooperation as english } from '../en/cooperation.ts'
import type { Translated } from '../phrase.ts'

export const cooperation: Translated<typeof english> = {
  'cooperation.title': '{name}: олон талт хамтын ажиллагаа',
  'cooperation.heading': 'Олон талт хамтын ажиллагаа',
  'cooperation.crumb': 'Олон талт хамтын ажиллагаа',
  'cooperation.description':
    '{name}: гишүүнчлэл, тогтоол, хувь нэмэр, амлалт. Тоон үзүүлэлт бүр огноо, эх сурвалжийн хамт.',
  'cooperation.link': '{name}: олон талт хамтын ажиллагааны хуудас',
  'cooperation.register': '{name}: бүртгэлд байгаа бүх баримт, нэг бүрчлэн',
  'cooperation.published': 'Хувилбар {number}, нийтэлсэн огноо: {date}.',
  'cooperation.by.owner': 'Баталсан: {owners}.',
  'cooperation.by.desk':
    'Бүртгэлгүй нэг ажлын байрнаас нийтэлсэн. Баталсан албан байгууллага байхгүй: {name}.',
  'cooperation.unchanged': 'Энд өгүүлсэн зүйл бүртгэлд өнөөдөр ижил байна.',
  'cooperation.changed': 'Түүнээс хойш бүртгэлд өөрчлөгдсөн баримт: {count}.',
  'cooperation.reworded': 'Түүнээс хойш үгийг нь өөрчилсөн, нийтлээгүй байна.',
  'cooperation.changes': 'Нийтэлснээс хойш өөрчлөгдсөн нь',
  'cooperation.change.now': 'одоо',
  'cooperation.change.gone': 'бүртгэлд байхгүй болсон',
  'cooperation.change.added': 'бүртгэлд шинээр орсон',
  'cooperation.changedMark': 'түүнээс хойш өөрчлөгдсөн',
  'cooperation.now.made':
    'Энэ хуудсыг нийтэлсэн алба байхгүй. Хэсгүүдийг нь бүртгэлийн баримтаас гаргасан, бүртгэлийн огноо: {date}.',
  'cooperation.now.written': 'Нийтлээгүй. Бичсэн тал: {name}. Бүртгэлийн баримтын огноо: {date}.',
  'cooperation.now.today': 'Өнөөдөр гаргавал ийм байна. Нийтэлсэн нь: хувилбар {number}.',
  'cooperation.preview':
    'Оруулагчид зориулсан урьдчилсан харагдац. Энд оруулсан, тухайн улсаас ирээгүй баримт орсон; нийтэлсэн хуудсанд тэдгээр орохгүй.',
  'cooperation.draft': 'Төсөл, огноо: {date}. Нийтлээгүй байна.',
  'cooperation.counts':
    'Баримт: {facts}. Хэсэг: {sections}. Эх сурвалжийн ишлэл: {places}. Баримт бичиг: {documents}.',
  'cooperation.empty':
    'Энд гарах баримт бүртгэлд алга: {name}. Энэ нь бүртгэлд юу байхгүйг хэлэх бөгөөд тухайн улс юу хийдгийг хэлэхгүй.',
  'cooperation.contents': 'Энэ хуудсанд',
  'cooperation.languages': 'Харуулах нь',
  'cooperation.both': 'Хоёр хэлээр зэрэгцүүлэн',
  'cooperation.only': 'Зөвхөн: {language}',
  'cooperation.notWritten': 'Энэ хэлээр бичээгүй: {language}.',
  'cooperation.nothingWritten':
    'Энэ хуудасны нэг ч өгүүлбэрийг дараах хэлээр бичээгүй, тоон үзүүлэлтийг нь өгсөн: {language}.',
  'cooperation.notTranslated': 'Машинаар орчуулаагүй. Тоон үзүүлэлтүүд, юуг тоолсныг бүртгэлд байгаагаар нь:',
  'cooperation.quoted': 'Эх сурвалжийн үгээр:',
  'cooperation.more': 'бүртгэлд бас байгаа нь: {count}',
  'cooperation.current': 'бичих үед хүчинтэй байсан ({when})',
  'cooperation.readAsCurrent': 'агуулгаас үзэхэд бичих үед хүчинтэй байсан ({when})',
  'cooperation.allReadAsCurrent': 'агуулгаас үзэхэд бүгд бичих үед хүчинтэй байсан ({when})',
  'cooperation.allCurrent': 'бүгд бичих үед хүчинтэй байсан ({when})',
  'cooperation.statedAgo': 'эх сурвалжийн огноо: {when}, {count} жилийн өмнө',
  'cooperation.stated': 'эх сурвалжийн огноо: {when}',
  'cooperation.mark': 'Эх сурвалж {number}',
  'cooperation.noSource': 'эх сурвалжгүй',
  'cooperation.notPublic': 'нийтэд нээлттэй биш болсон',
  'cooperation.withheld': 'Нийтэд нээлттэй байхаа больсон тул харуулаагүй зүйл: {count}.',
  'cooperation.notHeld': 'бүртгэлд байхгүй: {id}',
  'cooperation.sources': 'Эх сурвалж',
  'cooperation.sources.lead':
    'Дугаар бүр тулгуурласан үг рүүгээ хөтөлнө. Үгийг алдаатай нь, эх сурвалжид байгаагаар нь өгсөн.',
  'cooperation.faults': 'Нийтлэхэд саад болж байгаа нь',
  'cooperation.fault.fact': 'бүртгэлд байхгүй, ирээгүй, эсвэл нээлттэй бус баримтыг нэрлэсэн: {found}',
  'cooperation.fault.figure': 'гараар бичсэн тоон үзүүлэлт байна: {found}',
  'cooperation.fault.language': 'аль хэлээр бичсэнийг нэрлээгүй',
  'cooperation.versions': 'Хувилбарууд',
  'cooperation.version': 'Хувилбар',
  'cooperation.versions.day': 'Нийтэлсэн',
  'cooperation.versions.approved': 'Баталсан',
  'cooperation.versions.holds': 'Бүртгэлийн огноо',
  'cooperation.versions.digest': 'Хураангуй код',
  'cooperation.versions.draft': 'Төсөл',
  'cooperation.versions.none': 'Одоогоор нийтэлсэн нь байхгүй.',
  'cooperation.versions.atDesk': 'байхгүй: нэг ажлын байрнаас',
  'cooperation.versions.today': 'Өнөөдрийн бүртгэлээр',
  'cooperation.work': 'Энэ хуудсыг хөтлөгчид',
  'cooperation.work.section': 'Хэсэг бичих',
  'cooperation.work.facts': 'Хэсэгт нэрлэж болох баримт: {count}',
  'cooperation.work.facts.lead':
    'Тус бүр их хаалтан доторх дугаарын хамт: оронд нь тоон үзүүлэлт, огноо, эх сурвалж нь гарна.',
  'cooperation.work.preview': 'Энд оруулсан баримттай урьдчилан харах',
  'cooperation.freeze': 'Өнөөдрийн бүртгэлээр хувилбар хөлдөөх',
  'cooperation.freeze.lead':
    'Өнөөдрийн хуудсаар төсөл гаргана. Баталсны дараа нийтлэх бөгөөд түүнээс хойш хэзээ ч өөрчлөгдөхгүй.',
  'cooperation.offered': 'Хамт явах, бэлтгэж буй хэсгүүд',
  'cooperation.offered.lead':
    'Хуудсыг батлах хүн сонгосон хэсгүүдийг хамтад нь нэг дор батална; бүгдийг хамт нийтэлнэ, эсвэл нэгийг ч нийтлэхгүй.',
  'cooperation.offered.new': 'шинэ',
  'cooperation.offered.replaces': 'бүртгэлд байгаа хэсгийг орлоно',
  'cooperation.offered.withdraws': 'нэг хэсгийг хасна',
  'cooperation.offered.open': 'Нээх',
  'cooperation.offered.wrong': 'алдаатай тул засах хүртэл хамт явахгүй.',
  'cooperation.compared': 'Хэсгүүд, өмнө ба дараа',
  'cooperation.compared.with': 'Зэрэгцүүлсэн хувилбар: {number}. Байрлах дарааллаар нь харуулав.',
  'cooperation.compared.held':
    'Нийтэлсэн хувилбар хараахан байхгүй: бүртгэлд байгаа хэсгүүдтэй зэрэгцүүлж, байрлах дарааллаар нь харуулав.',
  'cooperation.compared.made':
    'Нийтэлсэн хэсэг хараахан байхгүй: бүртгэлээс гаргасан хуудастай зэрэгцүүлж, байрлах дарааллаар нь харуулав.',
  'cooperation.compared.together':
    'Өөрөө бэлтгэгдэж буй хэсэг: {count}. Хуудастай хамт баталж нийтэлнэ: бүгдийг, эсвэл нэгийг ч үгүй.',
  'cooperation.compared.stale':
    'Энэ төслийг хөлдөөснөөс хойш өөрчилсөн эсвэл орхисон: {sections}. Баталж, нийтлэх боломжгүй; хуудсыг дахин хөлдөөнө үү.',
  'cooperation.compared.section': 'Хэсэг',
  'cooperation.compared.place': 'Байр',
  'cooperation.compared.until': 'өмнө нь {place}',
  'cooperation.compared.onItsWay': 'бэлтгэж буй',
  'cooperation.compared.typed': 'Бичсэн бүх зүйл',
  'cooperation.compared.is.new': 'шинэ',
  'cooperation.compared.is.changed': 'өөрчилсөн',
  'cooperation.compared.is.same': 'хэвээр',
  'cooperation.compared.is.gone': 'хуудсанд байхаа больсон',
  'cooperation.approve': 'Хуудсыг хэсгүүдтэй нь батлах (хэсэг: {count})',
  'cooperation.approve.lead':
    'Та хуудсыг энд байгаагаар нь, бэлтгэж буй хэсгүүдтэй нь хамт батална: бүгдийг, эсвэл юуг ч үгүй. Аль нэгийг нь өөрчилбөл түүнд өгсөн баталгаа дуусна.',
  'cooperation.discard': 'Энэ төслийг орхих',
  'cooperation.discard.title': 'Хуудасны энэ төслийг орхих',
  'cooperation.discard.lead':
    'Хөлдөөсөн огноо: {date}; нийтлээгүй. Бүх жагсаалтаас хасагдана; баримт, хэсгүүд нь хэвээр үлдэнэ. Түүхэнд нь үлдэх тул эргүүлэн авч болно.',
  'cooperation.publish': 'Энэ хувилбарыг нийтлэх',
  'cooperation.publish.lead': 'Үүнээс хойш бүх хүн энэ хуудсыг харна. Дугаараараа үргэлж хадгалагдана.',
  'cooperation.rate': 'Энэ хуудас хэрэгтэй байсан уу?',
  'cooperation.rate.none': 'Хариулсан хүн хараахан байхгүй.',
  'cooperation.rate.count':
    'Энэ хувилбарт өгсөн хариулт: тийм {yes}/{all}, зарим нь {partly}/{all}, үгүй {no}/{all}.',
  'cooperation.rate.all': 'Бүх хариулт, хувилбар, өдрөөр',
  'cooperation.rate.yes': 'Тийм',
  'cooperation.rate.partly': 'Зарим нь',
  'cooperation.rate.no': 'Үгүй',
  'cooperation.rate.title': '{name}: хуудас хэрэгтэй байсан уу?',
  'cooperation.rate.choose': 'Хуудас хэрэгтэй байсан уу? Хувилбар {number}.',
  'cooperation.rate.kept':
    'Таны хариултыг хувилбар, хэл, өдрөөр тоолсон дүнд нэгээр нэмнэ. Таны тухай юу ч хадгалахгүй: нэр, хаяг, күүки, хөтөч аль нь ч үгүй.',
  'cooperation.rate.send': 'Хариултыг илгээх',
  'cooperation.rate.thanks': 'Таны хариултыг тооллоо. Баярлалаа.',
  'cooperation.rate.before':
    'Маягт нэг л удаа тоологддог; үүнийг өмнө нь илгээжээ. Та илгээсэн бол хариулт тань тоологдсон, үгүй бол доорх маягтаар хариулна уу.',
  'cooperation.rate.forged':
    'Энэ маягтыг энд, эсвэл энэ хуудсанд гаргаагүй байна. Доорх маягтаар дахин хариулна уу.',
  'cooperation.rate.expired':
    'Хуудас хоёр цагаас удаан нээлттэй байсан. Доорх маягтаар хариулна уу: таны сонголт хэвээр байна.',
  'cooperation.rate.missing': 'Хариултын аль нэгийг сонгоно уу',
  'cooperation.ratings': 'Хуудас хэрэгтэй байсан уу?',
  'cooperation.ratings.title': '{name}: хуудсын тухай уншигчийн хариулт',
  'cooperation.ratings.lead':
    'Нийтэлсэн хувилбарыг уншсан хүн бүр хэрэгтэй байсан эсэхийг хэлж болно. Хүнийг бус, хариултыг тоолно: хоёр маягтаар хоёр хариулсан бол хоёр гэж тоологдоно.',
  'cooperation.ratings.day': 'Өдөр',
  'cooperation.ratings.language': 'Хуудасны хэл',
  'cooperation.ratings.answers': 'Хариулт',
  'cooperation.ratings.days': 'Өдрөөр',
  'cooperation.ratings.none': 'Нийтэлсэн хувилбар байхгүй тул хариулах боломжгүй.',
}
