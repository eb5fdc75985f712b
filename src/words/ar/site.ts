// The frame of every page, in Arabic.
import type { site as english } from '../en/site.ts'
import type { PartlyTranslated } from '../phrase.ts'

export const site: PartlyTranslated<typeof english> = {
  'site.name': 'Pacta',
  'site.skip': 'انتقل إلى المحتوى',
  'site.nav': 'القائمة الرئيسية',
  'site.breadcrumb': 'أنت هنا',
  'site.home': 'الصفحة الأولى',
  'site.plans': 'الخطط',
  'site.treaties': 'المعاهدات',
  'site.states': 'الدول',
  'site.changes': 'التغييرات',
  'site.cohorts': 'مجموعات الدول',
  'site.exercise': 'تمرين',
  'site.banner': 'تمرين: كل دولة وتقرير ورقم في هذه الصفحة خيالي.',
  'site.register': 'السجل',
  'site.toExercise': 'جرّب كل شيء في التمرين، وهو عالم خيالي',
  'site.toRegister': 'اخرج من التمرين إلى السجل الحقيقي',
  'site.thisPageAsData': 'هذه الصفحة كبيانات',
  'site.languages': 'اللغات',
  'site.partial': 'لم تُترجم جميع كلمات هذه الصفحة بعد؛ وما لم يُترجم يظهر بالإنكليزية.',
  'site.json': 'JSON',
  'site.csv': 'CSV',
  'site.xlsx': 'XLSX',
  'site.today': 'تاريخ الاطلاع: {date}',
  'site.verbatim': 'تُقتبس كلمات الصكوك والمصادر كما هي، بما فيها من أخطاء.',
}
