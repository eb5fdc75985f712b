// The first page, in Arabic.
import type { home as english } from '../en/home.ts'
import type { PartlyTranslated } from '../phrase.ts'

export const home: PartlyTranslated<typeof english> = {
  'home.title': 'ما وعدت به الدول، محسوبًا حسابًا يمكن لأي شخص التحقق منه',
  'home.description':
    'يحوّل Pacta ما وعدت به الدول إلى واجبات وسجلات وتقارير وأرقام يمكن لأي شخص التحقق منها.',
  'home.lead':
    'هنا نصوص المعاهدات وخطط العمل والتعهدات، ومن تُلزمهم، وما أبلغت عنه الدول، وما يترتب على ذلك. كل رقم يُفتح على الدول التي وراءه، وكل دولة تُفتح على الصفحة التي قُرئت فيها المعلومة.',
  'home.seeAll': {
    zero: 'لا قيم في العالم الخيالي',
    one: 'انظر القيمة الوحيدة في عالم خيالي',
    two: 'انظر القيمتين في عالم خيالي',
    few: 'انظر القيم الـ{count} كلها في عالم خيالي',
    many: 'انظر القيم الـ{count} كلها في عالم خيالي',
    other: 'انظر القيم الـ{count} كلها في عالم خيالي',
  },
  'home.seeAll.here': {
    zero: 'لا قيم في هذا العالم الخيالي',
    one: 'انظر القيمة الوحيدة في هذا العالم الخيالي',
    two: 'انظر القيمتين في هذا العالم الخيالي',
    few: 'انظر القيم الـ{count} كلها في هذا العالم الخيالي',
    many: 'انظر القيم الـ{count} كلها في هذا العالم الخيالي',
    other: 'انظر القيم الـ{count} كلها في هذا العالم الخيالي',
  },
  'home.doors': 'ثلاثة مداخل',
  'home.door.secretariat.for': 'لأمانة اتفاقية',
  'home.door.secretariat.title': 'الخطط وقيمها',
  'home.door.secretariat.lead':
    'من أبلغ ومن لم يُبلّغ، وإلى أين وصلت الخطة، ومن انضم ومن انسحب، وما الذي تغيّر.',
  'home.door.authority.for': 'لسلطة وطنية',
  'home.door.authority.title': 'صحيفة دولة واحدة',
  'home.door.authority.lead': 'ما يُلزمها، وما موعده التالي، وما أبلغت عنه، وما يستخلصه كل رقم من ذلك.',
  'home.door.ministry.for': 'لوزارة خارجية',
  'home.door.ministry.title': 'ما وعدت به دولة',
  'home.door.ministry.lead': 'تعهدات وعضويات وقرارات وتصويتات وفعاليات، ولكل منها مصدره وعمره.',
  'home.documents': 'الوثائق التي ينطلق منها',
  'home.documents.lead': 'جملة جملة: افتح أي جملة لترى ما صارت إليه.',
  'home.document.size': {
    zero: 'لا جملة تحمل وعدًا',
    one: 'جملة واحدة تحمل وعدًا',
    two: 'جملتان تحملان وعدًا',
    few: '{count} جمل تحمل وعدًا',
    many: '{count} جملة تحمل وعدًا',
    other: '{count} جملة تحمل وعدًا',
  },
  'home.plans': 'الخطط والتعهدات',
  'plans.description': 'كل خطة وتعهد محفوظين هنا، بالنص والإجراءات وقيمة كل مؤشر.',
  'home.noPlans': 'لا توجد خطة محفوظة بعد.',
  'home.size': '{actions} · {indicators}',
  'home.actions': {
    zero: 'لا إجراءات',
    one: 'إجراء واحد',
    two: 'إجراءان',
    few: '{count} إجراءات',
    many: '{count} إجراءً',
    other: '{count} إجراء',
  },
  'home.indicators': {
    zero: 'لا مؤشرات',
    one: 'مؤشر واحد',
    two: 'مؤشران',
    few: '{count} مؤشرات',
    many: '{count} مؤشرًا',
    other: '{count} مؤشر',
  },
  'home.statusOfYear': 'قيم سنة {year}',
  'home.noValues': 'لا قيم بعد.',
  'home.lookUp.label': 'اسم الدولة أو رمزها',
  'home.lookUp.button': 'ابحث',
  'home.marks': 'كيف تُقرأ العلامات',
}
