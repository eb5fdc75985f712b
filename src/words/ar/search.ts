// Search, in Arabic: the box on every page and the results.
import type { search as english } from '../en/search.ts'
import type { PartlyTranslated } from '../phrase.ts'

export const search: PartlyTranslated<typeof english> = {
  'search.title': 'البحث',
  'search.label': 'ابحث في كل ما هو محفوظ هنا',
  'search.button': 'ابحث',
  'search.titleOf': 'البحث: {query}',
  'search.found': {
    zero: 'لا نتائج لـ «{query}»',
    one: 'نتيجة واحدة لـ «{query}»',
    two: 'نتيجتان لـ «{query}»',
    few: '{count} نتائج لـ «{query}»',
    many: '{count} نتيجة لـ «{query}»',
    other: '{count} نتيجة لـ «{query}»',
  },
  'search.nothing': 'لم يُعثر على شيء لـ «{query}»',
  'search.nothing.explain':
    'لا شيء مما هو محفوظ هنا ومتاح للعموم فيه هذه الكلمات. وهذا يدل على ما هو محفوظ هنا، لا على ما هو موجود.',
  'search.nothing.try': 'جرّب كلمات أقل، أو كتابة أخرى أو لغة أخرى؛ أو رقمًا مثل 7.1.',
  'search.near': 'لا شيء فيه «{query}» كما كُتبت. وهذه فيها كلمات قريبة منها في الكتابة.',
  'search.partial': 'لا شيء فيه هذه الكلمات كلها. وهذه فيها نصفها أو أكثر.',
  'search.didYouMean': 'هل تقصد {suggestion}؟',
  'search.kinds': 'أنواع النتائج',
  'search.all': 'الكل',
  'search.shown': 'أول {shown} من {count}',
  'search.range': 'من {first} إلى {last} من أصل {count}',
  'search.more': 'الكل ({count}): {kind}',
  'search.pages': 'صفحات النتائج',
  'search.page': 'الصفحة {number} من {pages}',
  'search.previous': 'الصفحة السابقة',
  'search.next': 'الصفحة التالية',
  'search.kind.state': 'الدول',
  'search.kind.actor': 'المنظمات والهيئات والاجتماعات',
  'search.kind.treaty': 'المعاهدات',
  'search.kind.plan': 'الخطط والتعهدات',
  'search.kind.section': 'أقسام الخطط',
  'search.kind.action': 'الإجراءات',
  'search.kind.indicator': 'المؤشرات',
  'search.kind.fact': 'الوقائع المسندة إلى مصادر',
  'search.kind.report': 'التقارير',
  'search.kind.answer': 'الأجوبة في التقارير',
}
