// What the pages read, in the shape they show it: one file a subject. Every page asks through this interface, so that a
// page can be tested with fictional data, and so that the subjects behind it are named in one place (held/).
import type { WaitingData } from './data/approval.ts'
import type { CalendarData } from './data/calendars.ts'
import type { ChangeData } from './data/changes.ts'
import type { CohortData } from './data/cohorts.ts'
import type { CooperationData } from './data/cooperation.ts'
import type { CrosswalkData } from './data/crosswalks.ts'
import type { DeclarationData } from './data/declarations.ts'
import type { DeskData } from './data/desk.ts'
import type { DocumentData } from './data/documents.ts'
import type { DutyData } from './data/duties.ts'
import type { EngagementData } from './data/engagements.ts'
import type { EnterData } from './data/enter.ts'
import type { HistoryData } from './data/history.ts'
import type { ImplementationData } from './data/implementation.ts'
import type { OthersData } from './data/others.ts'
import type { PlanData } from './data/plans.ts'
import type { PublishedData } from './data/published.ts'
import type { ReleaseData } from './data/releases.ts'
import type { ReportData } from './data/reports.ts'
import type { RollCallData } from './data/roll-calls.ts'
import type { SearchData } from './data/search.ts'
import type { SheetData } from './data/sheet.ts'
import type { StalenessData } from './data/staleness.ts'
import type { StateData } from './data/states.ts'
import type { TableData } from './data/tables.ts'
import type { TargetData } from './data/targets.ts'
import type { TreatyData } from './data/treaties.ts'

/** Everything the pages read. `find…` gives undefined where nothing is held under the name. */
export type PageData = DocumentData &
  DutyData &
  EngagementData &
  OthersData &
  PlanData &
  ImplementationData &
  CohortData &
  CooperationData &
  CrosswalkData &
  DeclarationData &
  PublishedData &
  ReleaseData &
  ReportData &
  RollCallData &
  SheetData &
  StalenessData &
  StateData &
  SearchData &
  TableData &
  TargetData &
  TreatyData &
  CalendarData &
  WaitingData &
  DeskData &
  EnterData &
  HistoryData &
  ChangeData
