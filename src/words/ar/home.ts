// The first page, in Arabic.
import type { home as english } from '../en/home.ts'
import type { PartlyTranslated } from '../phrase.ts'

export const home: PartlyTranslated<typeof english> = {
  'home.title': 'ما وعدت به الدول، محسوبًا حسابًا يمكن لأي شخص التحقق منه',
  'home.description':
    'يحوّل Pacta ما وعدت به الدول إلى واجبات وسجلات وتقارير وأرقام يمكن لأي شخص التحقق منها.',
  'home.lead':
    'هنا نصوص المعاهدات وخطط العمل والتعهدات، ومن تُلزمهم، وما أبلغت عنه الدول، وما يترتب على ذلك. كل رقم يُفتح على الدول التي وراءه، وكل دولة تُفتح على الصفحة التي قُرئت فيها المعلومة.',
  'home.plans': 'الخطط والتعهدات',
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
  'home.lookUp': 'ابحث عن دولة',
  'home.lookUp.label': 'اسم الدولة أو رمزها',
  'home.lookUp.button': 'ابحث',
  'home.cohorts': 'من هو ملزَم ومن هو معني',
  'home.cohorts.lead':
    'الدول الداخلة في كل مجموعة في {date}، وسبب دخول كل منها. والمجموعة التي لم يحددها أحد مجهولة لا خالية.',
  'home.marks': 'كيف تُقرأ العلامات',
}
