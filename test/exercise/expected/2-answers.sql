-- Indicators answered by what States say in their Article 7 reports: for each, its cohort and the questions that must
-- be answered yes (`all`) or of which one must be (`any`), written out from the rules.

-- `standing`: what was said once stands until the State says otherwise.
create temporary table asks (
  indicator text,
  cohort text,
  form text,
  standing boolean,
  question text
);

insert into asks
select indicator, cohort, form, standing, unnest(string_to_array(regexp_replace(trim(questions), '\s+', ' ', 'g'), ' '))
  from (values
  ('1.1', 'affected', 'any', false, 'convention-in-development-plans convention-in-poverty-reduction
     convention-in-humanitarian-plans convention-in-disability-strategies convention-in-climate-plans
     convention-in-environmental-strategies convention-in-disaster-risk-reduction'),
  ('1.2', 'affected', 'any', false, 'coordination-humanitarian coordination-peacebuilding coordination-climate
     coordination-environment coordination-development coordination-disability coordination-human-rights
     coordination-other'),
  ('2.1', 'affected', 'all', false, 'national-strategies-evidence-based national-strategies-costed
     national-strategies-context-specific national-strategies-time-bound national-work-plans-evidence-based
     national-work-plans-costed national-work-plans-context-specific national-work-plans-time-bound'),
  ('3.1', 'affected', 'all', false, 'diverse-needs-of-communities diverse-needs-of-mine-victims'),
  ('3.2', 'affected', 'all', false, 'consultation-inclusive consultation-survivors consultation-affected-communities'),
  ('4.1', 'affected', 'all', false, 'national-standards-updated'),
  ('5.1', 'states-parties', 'all', false, 'assists-through-multi-year-partnerships assists-through-multi-year-funding'),
  ('8.1', 'affected', 'all', false, 'information-management-in-place information-management-up-to-date'),
  ('12.1', 'article-4', 'all', false, 'stockpile-destruction-plan-time-bound stockpile-destruction-plan-milestones'),
  ('13.1', 'article-4-overdue', 'all', false, 'stockpile-destruction-plan-time-bound
     stockpile-destruction-plan-costed'),
  ('13.2', 'article-4-overdue', 'all', false, 'stockpile-destruction-progress'),
  ('15.1', 'article-3', 'all', false, 'retained-mines-annual-review'),
  ('15.2', 'article-3', 'all', false, 'retained-mines-current-use retained-mines-planned-use'),
  ('15.3', 'article-3', 'all', false, 'retained-mines-alternatives'),
  ('16.1', 'article-5', 'all', true, 'contamination-baseline-accurate contamination-baseline-evidence-based'),
  ('17.1', 'article-5', 'all', false, 'article-5-work-plan-evidence-based article-5-work-plan-costed'),
  ('17.2', 'article-5', 'all', false, 'work-plan-update-milestones work-plan-update-budget
     work-plan-update-assistance-requirements'),
  ('18.1', 'article-5', 'all', false, 'capacity-after-completion'),
  ('19.1', 'article-5', 'all', false, 'remaining-suspected-hazardous-areas remaining-confirmed-hazardous-areas'),
  ('19.2', 'article-5', 'all', false, 'area-cancelled area-reduced area-cleared'),
  ('19.3', 'article-5', 'all', false, 'contamination-by-type'),
  ('22.1', 'article-5', 'all', false, 'survey-and-clearance-efficiency'),
  ('22.2', 'article-5', 'all', false, 'innovative-technology-research innovative-technology-application
     innovative-technology-sharing'),
  ('23.2', 'article-5', 'all', false, 'risk-taking-behaviour'),
  ('24.1', 'article-5', 'all', false, 'priority-setting-evidence-based priority-setting-tailored'),
  ('25.1', 'article-5', 'any', false, 'risk-education-residual-contexts risk-education-emergency-contexts'),
  ('26.1', 'article-5', 'all', false, 'risk-education-carried-out risk-education-priorities
     risk-education-methodologies risk-education-challenges risk-education-results risk-education-by-gender
     risk-education-by-age'),
  ('27.1', 'victims', 'all', true, 'victim-assistance-focal-point'),
  ('27.2', 'victims', 'all', false, 'victim-assistance-plan-in-place victim-assistance-plan-inclusive
     victim-assistance-plan-specific victim-assistance-plan-measurable victim-assistance-plan-achievable
     victim-assistance-plan-realistic victim-assistance-plan-time-bound'),
  ('27.3', 'victims', 'all', false, 'victims-in-national-planning victims-in-local-planning
     victims-in-national-implementation victims-in-local-implementation'),
  ('27.4', 'victims', 'all', false, 'victim-assistance-plan-implementation'),
  ('28.1', 'victims', 'all', false, 'victim-assistance-coordination-inter-ministerial
     victim-assistance-coordination-multisectoral'),
  ('28.2', 'victims', 'all', false, 'victims-in-policy-frameworks'),
  ('29.1', 'victims', 'all', false, 'victims-identification victim-data-by-gender victim-data-by-age
     victim-data-by-disability'),
  ('29.2', 'victims', 'all', false, 'victim-data-in-national-systems victim-data-shared'),
  ('30.1', 'victims', 'all', false, 'emergency-response-to-casualties'),
  ('30.2', 'victims', 'all', false, 'healthcare-availability healthcare-accessibility'),
  ('31.1', 'victims', 'all', false, 'referral-mechanism'),
  ('31.2', 'victims', 'all', false, 'service-directory'),
  ('32.1', 'victims', 'all', false, 'rehabilitation-availability rehabilitation-accessibility'),
  ('32.2', 'victims', 'all', false, 'assistive-technology'),
  ('33.1', 'victims', 'all', false, 'mental-health-access'),
  ('33.2', 'victims', 'all', false, 'peer-support-in-public-healthcare'),
  ('34.1', 'victims', 'all', false, 'social-inclusion-barriers economic-inclusion-barriers'),
  ('34.2', 'victims', 'all', false, 'inclusive-employment-programmes livelihood-programmes
     social-protection-programmes'),
  ('34.3', 'victims', 'all', false, 'victims-accessing-services'),
  ('35.1', 'victims', 'all', false, 'survivor-safety-in-response-plans survivor-safety-in-preparedness-plans'),
  ('35.2', 'victims', 'all', false, 'inclusive-humanitarian-aid inclusive-disaster-risk-reduction
     inclusive-conflict-preparedness'),
  ('36.1', 'victims', 'any', false, 'barriers-physical barriers-social barriers-cultural barriers-political
     barriers-attitudinal barriers-communication'),
  ('36.2', 'victims', 'all', false, 'survivors-included'),
  ('37.1', 'affected', 'all', false, 'national-financial-commitment'),
  ('37.2', 'states-parties', 'all', false, 'alternative-financing'),
  ('38.1', 'affected', 'all', false, 'implementation-progress implementation-challenges assistance-requirements'),
  ('38.2', 'affected', 'all', false, 'resource-mobilization-plan'),
  ('39.1', 'affected', 'all', false, 'national-coordination-efforts'),
  ('39.2', 'affected', 'all', false, 'national-mine-action-platform'),
  ('40.1', 'states-parties', 'all', false, 'assists-article-5'),
  ('40.2', 'states-parties', 'all', false, 'assists-victim-assistance'),
  ('40.3', 'states-parties', 'all', false, 'assistance-considers-gender assistance-considers-diverse-needs'),
  ('41.1', 'donor', 'all', false, 'coordinates-support'),
  ('42.1', 'states-parties', 'all', false, 'best-practices-shared'),
  ('45.1', 'states-parties', 'any', true, 'article-9-measures-taken article-9-existing-law-sufficient'),
  -- One part of each of these; the other parts follow below.
  ('6.1', 'affected', 'all', false, 'climate-in-strategies'),
  ('10.1', 'states-parties', 'any', false, 'promotes-ratification'),
  ('11.2', 'states-not-party', 'any', true, 'moratorium'),
  ('23.1', 'article-5', 'all', false, 'risk-education-in-mine-action-plans'),
  ('43.2', 'compliance-concern', 'any', false, 'compliance-update')
  ) as written (indicator, cohort, form, standing, questions);

-- Asked only of those whom an obligation concerns; for others the part is not applicable.
create temporary table asks_if (
  indicator text,
  cohort text,
  concerns text,
  question text
);

insert into asks_if values
  ('6.1', 'affected', 'article-4', 'climate-in-stockpile-destruction'),
  ('6.1', 'affected', 'article-5', 'climate-in-survey-and-clearance'),
  ('6.1', 'affected', 'article-5', 'climate-in-risk-education'),
  ('44.1', 'articles-3-4-5', 'article-3', 'updated-information-article-3'),
  ('44.1', 'articles-3-4-5', 'article-4', 'updated-information-article-4'),
  ('44.1', 'articles-3-4-5', 'article-5', 'updated-information-article-5');

-- When the report of the cycle is due from those bound: 30 April; the first one 180 days after entry into force
-- (Article 7). Whoever is not bound owes none.
create temporary view due as
select asked.year, bound.actor_id,
       greatest(make_date(asked.year, 4, 30), bound.from_day + 180) as due_on
  from asked
  join bound on bound.year = asked.year
   and bound.from_day <= asked.as_of and (bound.until_day is null or bound.until_day > asked.as_of);

-- What an actor's current report of the cycle (covering the year before) says on a question.
create temporary table said as
select member.year, member.actor_id, question.question,
       case when answer.state is not null then answer.state
            when report.report_id is null and asked.as_of <= due.due_on then 'pending'
            else 'not reported' end as state,
       answer.number
  from asked
  join (select distinct year, actor_id from cohort_member) as member using (year)
  cross join (select question from asks union select question from asks_if
              union select unnest(array['risk-education-in-humanitarian-plans', 'risk-education-in-development-plans',
                'risk-education-in-climate-plans', 'risk-education-in-environmental-plans',
                'risk-education-in-disaster-plans'])) as question
  left join current_report as report
    on report.year = member.year and report.actor_id = member.actor_id
   and report.obligation = 'article-7' and report.covers_year = member.year - 1
  left join answer
    on answer.actor_id = report.actor_id and answer.report_id = report.report_id
   and answer.question = question.question
  left join due on due.year = member.year and due.actor_id = member.actor_id;

analyze said;

-- What an actor said last on a question, up to the cycle; a report that is silent on it changes nothing.
create temporary table said_last as
select member.year, member.actor_id, question.question,
       coalesce((
         select answer.state
           from current_report as report
           join answer on answer.actor_id = report.actor_id and answer.report_id = report.report_id
          where report.year = member.year and report.actor_id = member.actor_id
            and report.obligation = 'article-7' and report.covers_year <= member.year - 1
            and answer.question = question.question and answer.state <> 'not reported'
          order by report.covers_year desc
          limit 1), said.state) as state
  from (select distinct year, actor_id from cohort_member) as member
  cross join (select distinct question from asks where standing) as question
  join said on said.year = member.year and said.actor_id = member.actor_id and said.question = question.question;

-- The parts of each condition, each with its state.
create temporary table part as
select asks.indicator, member.year, member.actor_id, asks.form,
       case when asks.standing then said_last.state
            -- 34.3 counts that a number is given, from 0.
            when asks.indicator = '34.3' and said.state = 'yes' and coalesce(said.number, -1) < 0 then 'no'
            else said.state end as state
  from asks
  join cohort_member as member on member.cohort = asks.cohort
  join said on said.year = member.year and said.actor_id = member.actor_id and said.question = asks.question
  left join said_last
    on said_last.year = member.year and said_last.actor_id = member.actor_id and said_last.question = asks.question
union all
select asks_if.indicator, member.year, member.actor_id, 'all',
       case when concerned.actor_id is null then 'not applicable' else said.state end
  from asks_if
  join cohort_member as member on member.cohort = asks_if.cohort
  join said on said.year = member.year and said.actor_id = member.actor_id and said.question = asks_if.question
  left join cohort_member as concerned
    on concerned.cohort = asks_if.concerns and concerned.year = member.year and concerned.actor_id = member.actor_id
union all
-- 23.1: at least one wider plan, and (above) the mine action plans.
select '23.1', member.year, member.actor_id, 'all',
       case when bool_or(said.state = 'yes') then 'yes'
            when bool_or(said.state = 'pending') then 'pending'
            when bool_or(said.state = 'partly') then 'partly'
            when bool_or(said.state = 'no') then 'no'
            when bool_and(said.state = 'not applicable') then 'not applicable'
            else 'not reported' end
  from cohort_member as member
  join said using (year, actor_id)
 where member.cohort = 'article-5'
   and said.question in ('risk-education-in-humanitarian-plans', 'risk-education-in-development-plans',
     'risk-education-in-climate-plans', 'risk-education-in-environmental-plans', 'risk-education-in-disaster-plans')
 group by member.year, member.actor_id
union all
-- 10.1 and 43.2: or a statement at a meeting in the calendar year.
select spoken.indicator, member.year, member.actor_id, 'any',
       case when exists (
         select 1 from known
          where known.year = member.year and known.actor_id = member.actor_id
            and known.kind = 'meeting-statement' and known.body ->> 'topic' = spoken.topic
            and known.held_from between make_date(member.year, 1, 1) and known.as_of
            and extract(year from known.held_from) = member.year) then 'yes'
            -- Not yet done, and the date the rules give for all they ask (the due date) is not over.
            when asked.as_of <= due.due_on then 'pending'
            else 'no' end
  from (values ('10.1', 'states-parties', 'promotes-universalization'),
               ('43.2', 'compliance-concern', 'compliance-update')) as spoken (indicator, cohort, topic)
  join cohort_member as member on member.cohort = spoken.cohort
  join asked on asked.year = member.year
  left join due on due.year = member.year and due.actor_id = member.actor_id
union all
-- 11.2: or a moratorium on record that is in force.
select '11.2', member.year, member.actor_id, 'any',
       case when exists (
         select 1 from held
          where held.year = member.year and held.actor_id = member.actor_id and held.kind = 'moratorium')
       then 'yes' else 'no' end
  from cohort_member as member
 where member.cohort = 'states-not-party';

-- The parts taken together, as rules.md says. A part that is not applicable does not count.
create temporary view from_answers as
select indicator, year, actor_id,
       case when bool_and(state = 'not applicable') then 'not applicable'
            when form = 'all' and not bool_or(state not in ('yes', 'not applicable')) then 'counted'
            when form = 'any' and bool_or(state = 'yes') then 'counted'
            when bool_or(state = 'pending') and (form = 'any' or not bool_or(state in ('partly', 'no', 'not reported')))
            then 'pending'
            when bool_or(state in ('yes', 'partly')) then 'partly'
            when bool_or(state = 'no') then 'not counted'
            else 'not reported' end as state
  from part
 group by indicator, year, actor_id, form;
