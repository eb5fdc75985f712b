-- The expected members and values of the 87 indicators.

-- How each is measured, from the rules: `share` n / N as a percentage; `count` n, among N where the population is a
-- cohort; `sum` of persons. Pending members count in N but for 14.2.
create temporary table measured (
  indicator text primary key,
  measure text
);

insert into measured
select unnest(array['1.1', '1.2', '2.1', '3.1', '3.2', '3.4', '4.1', '6.1', '7.1', '7.2', '8.1', '9.1', '9.2', '12.1',
  '13.1', '13.2', '14.2', '15.1', '15.2', '15.3', '16.1', '17.1', '17.2', '18.1', '19.1', '19.2', '19.3', '20.1',
  '20.2', '21.2', '22.1', '23.1', '23.2', '24.1', '25.1', '26.1', '27.1', '27.2', '27.3', '27.4', '28.1', '28.2',
  '29.1', '29.2', '30.1', '30.2', '31.1', '31.2', '32.1', '32.2', '33.1', '33.2', '34.1', '34.2', '34.3', '35.1',
  '35.2', '36.1', '36.2', '37.1', '38.1', '38.2', '38.3', '39.1', '39.2', '43.2', '44.1', '45.1']), 'share'
union all
select unnest(array['5.1', '10.1', '11.1', '11.2', '22.2', '37.2', '40.1', '40.2', '40.3', '41.1', '42.1', '43.1']),
       'count among a cohort'
union all
select unnest(array['10.2', '10.3', '10.4', '14.1', '18.2', '21.1']), 'count'
union all
select '3.3', 'sum';

create temporary table expected_member as
select indicator, year, member, actor_id, state,
       case when state = 'counted' then weight else 0 end as in_n,
       case when indicator = '14.2' and state = 'pending' then 0 else weight end as in_d
  from (
    select indicator, year, member, actor_id, state, weight from from_registers
    union all
    select indicator, year, actor_id, actor_id, state, 1 from from_answers) as every_member;

-- For which dates an indicator needs a register that has gaps somewhere. All others are complete from 2024 to 2027;
-- the test checks that these three are the only ones with gaps.
create temporary view reach as
select '9.2' as indicator, year, 'voluntary-contribution' as register, make_date(year, 1, 1) as from_day,
       as_of as last_day
  from asked
union all
select '18.2', year, 'area-discovery', make_date(year, 1, 1), as_of from asked
union all
select '38.3', year, 'individualised-approach', '2025-01-01', as_of from asked;

-- Day by day: the first day of the reach on which the register is not complete, by what is stated last. A value is
-- provisional until the day before, the last day that is covered.
create temporary view gap as
select reach.indicator, reach.year, min(day::date) as first_day, min(reach.from_day) as from_day
  from reach
  join asked using (year)
  cross join generate_series(reach.from_day, reach.last_day, interval '1 day') as day
 where coalesce((
   select stated.level from coverage as stated
    where stated.register = reach.register and stated.known_from <= asked.known_on
      and stated.held_from <= day and (stated.held_until is null or stated.held_until > day)
    order by stated.known_from desc
    limit 1), 'none') <> 'complete'
 group by reach.indicator, reach.year;

create temporary view expected_value as
with figures as (
  select measured.indicator, measured.measure, asked.year, asked.as_of,
         coalesce(sum(in_n), 0) as n,
         coalesce(sum(in_d), 0) as d
    from measured
    cross join asked
    left join expected_member as member on member.indicator = measured.indicator and member.year = asked.year
   group by measured.indicator, measured.measure, asked.year, asked.as_of
)
select figures.indicator, figures.year, figures.as_of,
       case when gap.first_day = gap.from_day then null else figures.n end as n,
       case when gap.first_day = gap.from_day or figures.measure in ('count', 'sum') then null else figures.d end as d,
       case when gap.first_day = gap.from_day then null
            when figures.measure = 'share' then round(100.0 * figures.n / nullif(figures.d, 0), 1)
            else figures.n end as value,
       case when gap.first_day = gap.from_day then 'not known'
            when figures.measure = 'share' and figures.d = 0 then 'no cases'
            when gap.first_day is not null then 'provisional until ' || (gap.first_day - 1)
            else 'known' end as status
  from figures
  left join gap on gap.indicator = figures.indicator and gap.year = figures.year;
