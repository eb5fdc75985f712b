// Cohorts, in Arabic.
import type { cohorts as english } from '../en/cohorts.ts'
import type { PartlyTranslated } from '../phrase.ts'

export const cohorts: PartlyTranslated<typeof english> = {
  'cohort.notEstablished': 'غير محددة',
  'cohort.notEstablished.explain':
    'لم يحدد أحد من يدخل في هذه المجموعة في {date}. وليس معنى ذلك أن لا أحد يدخل فيها.',
  'cohort.title': 'مجموعة دول',
  'cohorts.title': 'مجموعات الدول',
  'cohorts.description':
    'مجموعات الدول المسماة التي تحسب الخطط عليها: كل منها قاعدة، مع الداخلين فيها في تاريخ معين.',
  'cohorts.lead': 'المجموعة قاعدة لا قائمة: يُستخرج الداخلون فيها لأي تاريخ، وبحسب المعلوم في أي تاريخ.',
  'cohorts.membersOn':
    'الدول الداخلة في كل مجموعة في {date}، وسبب دخول كل منها. والمجموعة التي لم يحددها أحد مجهولة لا خالية.',
  'cohorts.count': 'الدول الداخلة',
  'cohort.asOf': 'في {asOf}، بحسب المعلوم في {knownOn}',
  'cohort.member': 'الدولة',
  'cohort.from': 'داخلة منذ',
  'cohort.until': 'حتى',
  'cohort.reason': 'السبب',
  'cohort.empty': 'لا تدخل فيها أي دولة في هذا التاريخ.',
  'cohort.source': 'حالة المعاهدة بحسب {source}، في {date}.',
  'cohort.sourceUndated': 'حالة المعاهدة بحسب {source}.',
}
