// Entering reports and facts, in Arabic: the way there; the forms themselves are in English.
import type { enter as english } from '../en/enter.ts'
import type { PartlyTranslated } from '../phrase.ts'

export const enter: PartlyTranslated<typeof english> = {
  'enter.nav': 'إدخال',
  'enter.title': 'إدخال تقرير أو واقعة',
  'enter.description': 'إدخال تقرير قسمًا قسمًا، أو واقعة واحدة مع مصدرها.',
  'enter.lead': 'ما يُدخل هنا يُفحص كما يُفحص كل ما يرد في ملف، ويُحفظ مع مصدره.',
  'enter.marked': 'أُدخل هنا، ولم يرد من الدولة',
  'enter.markedLead':
    'كل ما تُدخله عن دولة حقيقية يحمل العلامة {mark}: تحتسبه القيم المحسوبة هنا وتبيّن ذلك، ولا يرد أبدًا في أي إصدار منشور.',
  'enter.chooseReport': 'إدخال تقرير',
  'enter.chooseReport.lead': 'أجب عن أسئلة التقرير قسمًا قسمًا. يمكنك التوقف ثم العودة: ما كتبته محفوظ.',
  'enter.chooseFact': 'إدخال واقعة',
  'enter.chooseFact.lead': 'شيء واحد يقوله مصدر عن دولة، مع الصفحة والكلمات التي ورد فيها.',
  'enter.drafts': 'تقارير في الطريق',
  'enter.drafts.none': 'لم يُبدأ أي تقرير.',
  'enter.state': 'الدولة',
  'enter.report': 'التقرير',
  'enter.year': 'السنة المشمولة',
  'enter.changed': 'آخر تغيير',
  'enter.continue': 'تابع',
  'enter.continueWith': 'تابع: {name}، {title}، {year}',
  'enter.facts': 'وقائع أُدخلت هنا',
  'enter.facts.none': 'لم تُدخل أي واقعة.',
  'enter.fact': 'الواقعة',
  'enter.recorded': 'تاريخ التسجيل',
}
