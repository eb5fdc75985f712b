-- What the expected values stand on, read from the raw tables by hand: as of which day each year is asked, what was
-- known, who was bound, who was in which cohort. Written from the definitions (rules.md, the rules' own words,
-- cohorts.yaml), not from the code that computes the values.

-- What was known: not superseded and not retracted by anything known by then. `asked` (0-asked.sql) says for which
-- years, as known on which day.
create temporary table known as
select asked.year, asked.as_of, datum.*
  from asked
  join datum on datum.known_from <= asked.known_on and datum.retracts is null
 where not exists (
   select 1 from datum as later
    where later.known_from <= asked.known_on and later.supersedes = datum.datum_id)
   and not exists (
   select 1 from datum as later
    where later.known_from <= asked.known_on and later.retracts = datum.datum_id);

-- The formal meeting of each year, as known.
create temporary table formal_meeting as
select year, body ->> 'code' as code, (body ->> 'startsOn')::date as starts_on
  from known
 where kind = 'meeting'
   and body ->> 'treaty' = 'mine-ban'
   and body ->> 'series' in ('meeting-of-states-parties', 'review-conference')
   and extract(year from (body ->> 'startsOn')::date) = year;

-- The default as-of day: the opening of that year's meeting; where none is known, 31 December.
-- Never later than the day of knowledge: nobody knows on a day what is held on a later one.
update asked
   set as_of = least(known_on, coalesce((select starts_on from formal_meeting where formal_meeting.year = asked.year),
                        make_date(year, 12, 31)))
 where as_of is null;

update known set as_of = asked.as_of from asked where asked.year = known.year;

create index on known (year, kind, actor_id);

analyze known;

-- Action 9: three months before the meeting.
create temporary view cutoff as
select year, (starts_on - interval '3 months')::date as day from formal_meeting;

-- Who was bound from when to when (half-open): from entry into force until a withdrawal takes effect.
create temporary table bound as
select joining.year, joining.actor_id, s.effective_on as from_day,
       (select min(w.effective_on)
          from status_event as w
          join known as leaving on leaving.datum_id = w.datum_id and leaving.year = joining.year
         where w.actor_id = s.actor_id and w.treaty = s.treaty and w.kind = 'withdrawal'
           and w.effective_on > s.effective_on) as until_day
  from status_event as s
  join known as joining on joining.datum_id = s.datum_id
 where s.treaty = 'mine-ban'
   and s.kind in ('ratification', 'acceptance', 'approval', 'accession', 'succession');

-- States that hold something on the as-of day.
create temporary table held as
select year, kind, actor_id, body
  from known
 where held_from <= as_of and (held_until is null or held_until > as_of);

-- The cohorts on the as-of day; `assessed` on the day of the cut-off, as 9.1 asks.
create temporary table cohort_member as
with party as (
  select asked.year, bound.actor_id
    from asked
    join bound on bound.year = asked.year
   where bound.from_day <= asked.as_of and (bound.until_day is null or bound.until_day > asked.as_of)
),
listed as (
  select year, 'article-5' as cohort, actor_id from held where kind = 'article-5-obligation'
  union
  select year, 'victims', actor_id from held where kind = 'victims-significant'
  union
  select year, 'affected', actor_id from held where kind in ('article-5-obligation', 'victims-significant')
  union
  select year, 'article-4', actor_id from held where kind = 'article-4-obligation'
  union
  select year, 'article-4-overdue', actor_id from held where kind = 'article-4-overdue'
  union
  select year, 'article-3', actor_id from held
   where kind = 'retained-mines' and (body ->> 'mines')::numeric >= 1
  union
  select year, 'articles-3-4-5', actor_id from held
   where kind in ('article-5-obligation', 'article-4-obligation')
      or (kind = 'retained-mines' and (body ->> 'mines')::numeric >= 1)
  union
  select year, 'donor', actor_id from held where kind = 'donor'
  union
  select year, 'compliance-concern', actor_id from held
   where kind = 'compliance-concern'
     and body ->> 'treaty' = 'mine-ban' and body ->> 'article' = '1.1'
)
select year, 'states-parties' as cohort, actor_id from party
union all
select listed.year, listed.cohort, listed.actor_id from listed join party using (year, actor_id)
union all
select asked.year, 'states-not-party', actor.actor_id
  from asked
  join actor on actor.kind = 'state'
 where not exists (select 1 from party where party.year = asked.year and party.actor_id = actor.actor_id)
union all
select distinct assessing.year, 'assessed', bound.actor_id
  from (
    -- Asked before the cut-off, as it stands on the as-of day: what comes after that day has not happened yet.
    select cutoff.year, least(cutoff.day, asked.as_of) as day
      from cutoff
      join asked using (year)) as assessing
  join bound on bound.year = assessing.year
   and bound.from_day <= assessing.day and (bound.until_day is null or bound.until_day > assessing.day)
  join known on known.year = assessing.year and known.actor_id = bound.actor_id
 where known.kind = 'assessment'
   and (known.body ->> 'amount')::numeric > 0
   and known.held_from <= assessing.day and (known.held_until is null or known.held_until > assessing.day);

-- The current report of each actor (and record) for each year covered: of the versions received, the latest.
create temporary table current_report as
select distinct on (asked.year, report.actor_id, report.obligation, report.covers_year, report.subject_id)
       asked.year, report.*
  from asked
  join report_version as report on report.received_on <= least(asked.as_of, asked.known_on)
 order by asked.year, report.actor_id, report.obligation, report.covers_year, report.subject_id,
          report.received_on desc, report.version desc;

analyze bound;

analyze cohort_member;

analyze current_report;
