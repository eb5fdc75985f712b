// The commands, in the order the overview lists them.
import { actorsImport, actorsList } from './actors.ts'
import { auditHead, auditVerify } from './audit.ts'
import { calendar } from './calendar.ts'
import type { Command } from './command.ts'
import { dataImport, dataMappings, dataPreview } from './data.ts'
import { duties } from './duties.ts'
import { dutyRules } from './duty-rules.ts'
import { coverageImport, factsCheck, factsImport, factsTemplate } from './facts.ts'
import { indicatorList, indicatorShow } from './indicator.ts'
import { mailDigest, mailStatus, mailTest } from './mail.ts'
import { parties } from './parties.ts'
import { personEnd, personGrant, personInvite, personList } from './person.ts'
import { personExport, personForget, personReset, personTidy } from './person-account.ts'
import { planDiff, planImport, planList } from './plan.ts'
import { crosswalkImport, crosswalkPropose, crosswalkShow } from './plan-crosswalk.ts'
import { planAdd, planCheck, planRemove } from './plan-folder.ts'
import { planNew } from './plan-new.ts'
import { figuresPublished } from './published.ts'
import { recommendationsImport } from './recommendations.ts'
import { releaseCreate, releaseList } from './release.ts'
import { releaseComment } from './release-comment.ts'
import { releaseDiff } from './release-diff.ts'
import { releaseDocument } from './release-document.ts'
import { releasePublish } from './release-publish.ts'
import { releaseKey, releaseSign } from './release-sign.ts'
import { releaseVerify } from './release-verify.ts'
import { reportCheck, reportImport, reportTemplate } from './report.ts'
import { serveCommand } from './serve.ts'
import { stale, stalenessList, stalenessSet, stalenessUnset } from './staleness.ts'
import { statusImport } from './status.ts'

export const commands: Command[] = [
  serveCommand,
  planImport,
  planList,
  planDiff,
  crosswalkPropose,
  crosswalkImport,
  crosswalkShow,
  planNew,
  planCheck,
  planAdd,
  planRemove,
  actorsList,
  actorsImport,
  statusImport,
  parties,
  duties,
  dutyRules,
  factsTemplate,
  factsCheck,
  factsImport,
  coverageImport,
  recommendationsImport,
  dataMappings,
  dataPreview,
  dataImport,
  auditHead,
  auditVerify,
  stale,
  stalenessList,
  stalenessSet,
  stalenessUnset,
  reportTemplate,
  reportCheck,
  reportImport,
  indicatorShow,
  indicatorList,
  releaseCreate,
  releaseList,
  releasePublish,
  releaseVerify,
  releaseDiff,
  releaseDocument,
  releaseKey,
  releaseSign,
  releaseComment,
  figuresPublished,
  calendar,
  mailStatus,
  mailTest,
  mailDigest,
  personList,
  personInvite,
  personGrant,
  personEnd,
  personReset,
  personExport,
  personForget,
  personTidy,
]
