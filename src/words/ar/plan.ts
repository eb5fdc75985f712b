// Plans, in Arabic.
import type { plan as english } from '../en/plan.ts'
import type { PartlyTranslated } from '../phrase.ts'

export const plan: PartlyTranslated<typeof english> = {
  'plan.description': '{title}: النص والإجراءات وقيمة كل مؤشر.',
  'plan.year': 'السنة',
  'plan.noValues': 'لم تُحسب أي قيم بعد.',
  'plan.action': 'الإجراء {number}',
  'plan.wholePlan': 'مؤشرات الخطة بأكملها',
  'plan.source': 'النص: {source}',
  'plan.glance': 'جميع القيم لسنة {year}',
  'plan.contents': 'المحتويات',
  'plan.actionsRange': 'الإجراءات من {first} إلى {last}',
  'plan.oneAction': 'الإجراء {first}',
  'plan.summary': {
    one: 'من أصل مؤشر واحد لسنة {year}:',
    two: 'من أصل مؤشرين لسنة {year}:',
    few: 'من أصل {count} مؤشرات لسنة {year}:',
    many: 'من أصل {count} مؤشرًا لسنة {year}:',
    other: 'من أصل {count} مؤشر لسنة {year}:',
  },
  'plan.summary.known': '{count} معلومة',
  'plan.summary.provisional': '{count} مؤقتة',
  'plan.summary.not-known': '{count} غير معلومة',
  'plan.summary.no-cases': '{count} بلا حالات',
  'plan.summary.none': '{count} لم تُحسب',
}
