-- Indicators answered by registers: reports received, contributions, deposits, meetings, discoveries, requests,
-- completions, the committees' lists. Each is one query; `member` is the State, or the record where records are counted.
-- Windows are half-open and end with the as-of day.

create temporary view from_registers as
-- 7.1: the report of the cycle received.
select '7.1' as indicator, member.year, member.actor_id as member, member.actor_id,
       case when report.report_id is not null then 'counted'
            when asked.as_of <= due.due_on then 'pending'
            else 'not reported' end as state,
       1 as weight
  from asked
  join cohort_member as member on member.year = asked.year and member.cohort = 'states-parties'
  left join current_report as report
    on report.year = member.year and report.actor_id = member.actor_id
   and report.obligation = 'article-7' and report.covers_year = member.year - 1
  left join due on due.year = member.year and due.actor_id = member.actor_id
union all
-- 7.2: and prepared using the Guide to Reporting.
select '7.2', member.year, member.actor_id, member.actor_id,
       case when report.document ->> 'form' = 'guide-to-reporting' then 'counted'
            when report.report_id is not null then 'not counted'
            when asked.as_of <= due.due_on then 'pending'
            else 'not reported' end,
       1
  from asked
  join cohort_member as member on member.year = asked.year and member.cohort = 'states-parties'
  left join current_report as report
    on report.year = member.year and report.actor_id = member.actor_id
   and report.obligation = 'article-7' and report.covers_year = member.year - 1
  left join due on due.year = member.year and due.actor_id = member.actor_id
union all
-- 9.1: paid in full no later than the cut-off.
select '9.1', member.year, member.actor_id, member.actor_id,
       case when paid.amount >= assessed.amount then 'counted'
            when asked.as_of <= cutoff.day then 'pending'
            else 'not counted' end,
       1
  from asked
  join cutoff using (year)
  join cohort_member as member on member.year = asked.year and member.cohort = 'assessed'
  cross join lateral (
    select coalesce(sum((known.body ->> 'amount')::numeric), 0) as amount
      from known
     where known.year = member.year and known.actor_id = member.actor_id and known.kind = 'payment'
       and (known.body ->> 'forYear')::integer = member.year
       and (known.body ->> 'paidOn')::date <= least(cutoff.day, asked.as_of)) as paid
  cross join lateral (
    select sum((known.body ->> 'amount')::numeric) as amount
      from known
     where known.year = member.year and known.actor_id = member.actor_id and known.kind = 'assessment'
       and (known.body ->> 'forYear')::integer = member.year) as assessed
union all
-- 9.2: money to the Implementation Support Unit in the calendar year.
select '9.2', member.year, member.actor_id, member.actor_id,
       case when exists (
         select 1 from known
          where known.year = member.year and known.actor_id = member.actor_id
            and known.kind = 'voluntary-contribution' and known.body ->> 'fund' = 'isu'
            and extract(year from (known.body ->> 'paidOn')::date) = member.year
            and (known.body ->> 'paidOn')::date <= known.as_of) then 'counted' else 'not counted' end,
       1
  from cohort_member as member
 where member.cohort = 'states-parties'
union all
-- 10.2: deposits of the calendar year by States not bound on the day of deposit.
select distinct '10.2', deposit.year, deposit.actor_id, deposit.actor_id, 'counted', 1
  from known as deposit
  join status_event as s on s.datum_id = deposit.datum_id and s.actor_id = deposit.actor_id
  join actor on actor.actor_id = deposit.actor_id and actor.kind = 'state'
 where s.treaty = 'mine-ban' and s.kind in ('ratification', 'acceptance', 'approval', 'accession')
   and extract(year from s.notified_on) = deposit.year and s.notified_on <= deposit.as_of
   and not exists (
     select 1 from bound
      where bound.year = deposit.year and bound.actor_id = deposit.actor_id
        and bound.from_day <= s.notified_on and (bound.until_day is null or bound.until_day > s.notified_on))
union all
-- 10.3: reports received in the calendar year from States not bound on the day.
select distinct '10.3', report.year, report.actor_id, report.actor_id, 'counted', 1
  from current_report as report
  join actor on actor.actor_id = report.actor_id and actor.kind = 'state'
 where report.obligation = 'article-7' and extract(year from report.received_on) = report.year
   and not exists (
     select 1 from bound
      where bound.year = report.year and bound.actor_id = report.actor_id
        and bound.from_day <= report.received_on
        and (bound.until_day is null or bound.until_day > report.received_on))
union all
-- 10.4: States not bound on the day, registered at the year's formal meeting.
select distinct '10.4', present.year, present.actor_id, present.actor_id, 'counted', 1
  from known as present
  join formal_meeting on formal_meeting.year = present.year and formal_meeting.code = present.body ->> 'meeting'
  join actor on actor.actor_id = present.actor_id and actor.kind = 'state'
 where present.kind = 'attendance' and present.held_from <= present.as_of
   and formal_meeting.starts_on <= present.as_of
   and not exists (
     select 1 from bound
      where bound.year = present.year and bound.actor_id = present.actor_id
        and bound.from_day <= present.held_from
        and (bound.until_day is null or bound.until_day > present.held_from))
union all
-- 11.1: condemned violations in a statement at the year's formal meeting.
select '11.1', member.year, member.actor_id, member.actor_id,
       case when exists (
         select 1
           from known
           join formal_meeting on formal_meeting.year = known.year and formal_meeting.code = known.body ->> 'meeting'
          where known.year = member.year and known.actor_id = member.actor_id
            and known.kind = 'meeting-statement' and known.body ->> 'topic' = 'condemns-violations'
            and known.held_from <= known.as_of
            and formal_meeting.starts_on <= known.as_of) then 'counted' else 'not counted' end,
       1
  from cohort_member as member
 where member.cohort = 'states-parties'
union all
-- 14.1: States Parties, on the day of the report, that reported a discovery of stockpiles in the calendar year.
select distinct '14.1', found.year, found.actor_id, found.actor_id, 'counted', 1
  from known as found
  join bound on bound.year = found.year and bound.actor_id = found.actor_id
 where found.kind = 'stock-discovery'
   and extract(year from (found.body ->> 'reportedOn')::date) = found.year
   and (found.body ->> 'reportedOn')::date <= found.as_of
   and bound.from_day <= (found.body ->> 'reportedOn')::date
   and (bound.until_day is null or bound.until_day > (found.body ->> 'reportedOn')::date)
union all
-- 14.2: of those, all of whose discoveries were destroyed within six months of the discovery.
select '14.2', discovery.year, discovery.actor_id, discovery.actor_id,
       case when bool_and(coalesce(discovery.destroyed_on <= discovery.window_until, false)) then 'counted'
            when bool_or(discovery.destroyed_on > discovery.window_until
                         or (discovery.destroyed_on is null and discovery.as_of > discovery.window_until))
            then 'not counted'
            else 'pending' end,
       1
  from (
    select known.year, known.actor_id, known.as_of,
           ((body ->> 'discoveredOn')::date + interval '6 months')::date as window_until,
           case when (body ->> 'destroyedOn')::date <= known.as_of then (body ->> 'destroyedOn')::date end
             as destroyed_on,
           bound.actor_id is not null as was_bound
      from known
      left join bound
        on bound.year = known.year and bound.actor_id = known.actor_id
       and bound.from_day <= (body ->> 'reportedOn')::date
       and (bound.until_day is null or bound.until_day > (body ->> 'reportedOn')::date)
     where kind = 'stock-discovery'
       and extract(year from (body ->> 'reportedOn')::date) = known.year
       and (body ->> 'reportedOn')::date <= known.as_of) as discovery
 group by discovery.year, discovery.actor_id
having bool_or(discovery.was_bound)
union all
-- 18.2: States Parties, on the day of the report, that reported mined areas found after completion.
select distinct '18.2', found.year, found.actor_id, found.actor_id, 'counted', 1
  from known as found
  join bound on bound.year = found.year and bound.actor_id = found.actor_id
 where found.kind = 'area-discovery' and (found.body ->> 'afterCompletion')::boolean
   and extract(year from (found.body ->> 'reportedOn')::date) = found.year
   and (found.body ->> 'reportedOn')::date <= found.as_of
   and bound.from_day <= (found.body ->> 'reportedOn')::date
   and (bound.until_day is null or bound.until_day > (found.body ->> 'reportedOn')::date)
union all
-- 20.1 and 20.2: requests of the calendar year; whether their plans are detailed, costed and multi-year, as the
-- committee's latest analysis of the request says.
select plan.indicator, request.year, request.external_id, request.actor_id,
       case when bool_and(answer.state = 'yes') filter (where answer.state <> 'not applicable')
                 and bool_and(answer.state is not null) then 'counted'
            when bool_or(answer.state in ('yes', 'partly')) then 'partly'
            when bool_or(answer.state = 'no') then 'not counted'
            else 'not reported' end,
       1
  from (values
    ('20.1', 'survey-and-clearance-plan-detailed'),
    ('20.1', 'survey-and-clearance-plan-costed'),
    ('20.1', 'survey-and-clearance-plan-multi-year'),
    ('20.2', 'risk-education-plan-detailed'),
    ('20.2', 'risk-education-plan-costed'),
    ('20.2', 'risk-education-plan-multi-year')) as plan (indicator, question)
  join known as request
    on request.kind = 'extension-request'
   and request.body ->> 'treaty' = 'mine-ban' and request.body ->> 'article' = '5'
   and extract(year from (request.body ->> 'receivedOn')::date) = request.year
   and (request.body ->> 'receivedOn')::date <= request.as_of
  left join lateral (
    select report_id from current_report as report
     where report.year = request.year and report.obligation = 'committee-analysis'
       and report.subject_id = request.subject_id
     order by report.received_on desc, report.version desc
     limit 1) as analysis on true
  left join answer on answer.report_id = analysis.report_id and answer.question = plan.question
 group by plan.indicator, request.year, request.external_id, request.actor_id
union all
-- 21.1: declared completion of Article 5 since the plan began (1 January 2025), States Parties on the day.
select distinct '21.1', done.year, done.actor_id, done.actor_id, 'counted', 1
  from known as done
  join bound on bound.year = done.year and bound.actor_id = done.actor_id
 where done.kind = 'completion'
   and done.body ->> 'treaty' = 'mine-ban' and done.body ->> 'article' = '5'
   and (done.body ->> 'declaredOn')::date between '2025-01-01' and done.as_of
   and bound.from_day <= (done.body ->> 'declaredOn')::date
   and (bound.until_day is null or bound.until_day > (done.body ->> 'declaredOn')::date)
union all
-- 21.2: of those, by a voluntary declaration in the agreed form.
select '21.2', done.year, done.actor_id, done.actor_id,
       case when bool_and(done.body ->> 'declaration' = 'voluntary-declaration') then 'counted' else 'not counted' end,
       1
  from known as done
  join bound on bound.year = done.year and bound.actor_id = done.actor_id
 where done.kind = 'completion'
   and done.body ->> 'treaty' = 'mine-ban' and done.body ->> 'article' = '5'
   and (done.body ->> 'declaredOn')::date between '2025-01-01' and done.as_of
   and bound.from_day <= (done.body ->> 'declaredOn')::date
   and (bound.until_day is null or bound.until_day > (done.body ->> 'declaredOn')::date)
 group by done.year, done.actor_id
union all
-- 38.3: took part in the individualised approach since the plan began.
select '38.3', member.year, member.actor_id, member.actor_id,
       case when exists (
         select 1 from known
          where known.year = member.year and known.actor_id = member.actor_id
            and known.kind = 'individualised-approach'
            and known.held_from between '2025-01-01' and known.as_of) then 'counted' else 'not counted' end,
       1
  from cohort_member as member
 where member.cohort = 'affected'
union all
-- 43.1: listed by the committee on the day.
select '43.1', member.year, member.actor_id, member.actor_id,
       case when listed.actor_id is not null then 'counted' else 'not counted' end,
       1
  from cohort_member as member
  left join cohort_member as listed
    on listed.cohort = 'compliance-concern' and listed.year = member.year and listed.actor_id = member.actor_id
 where member.cohort = 'states-parties'
union all
-- 3.3: mine victims registered at the year's formal meeting, as the organiser counts them.
select '3.3', present.year, present.external_id, present.actor_id, 'counted', (present.body ->> 'persons')::integer
  from known as present
  join formal_meeting on formal_meeting.year = present.year and formal_meeting.code = present.body ->> 'meeting'
 where present.kind = 'victim-attendance' and present.held_from <= present.as_of
   and formal_meeting.starts_on <= present.as_of
union all
-- 3.4: women among the participants whose sex is recorded; what is counted are persons.
select '3.4', present.year, present.external_id, present.actor_id,
       case when present.body ->> 'sex' = 'female' then 'counted' else 'not counted' end,
       (present.body ->> 'persons')::integer
  from known as present
  join formal_meeting on formal_meeting.year = present.year and formal_meeting.code = present.body ->> 'meeting'
 where present.kind = 'attendance' and present.body ->> 'sex' in ('female', 'male')
   and present.held_from <= present.as_of
   and formal_meeting.starts_on <= present.as_of;
