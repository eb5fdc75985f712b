-- The four indicators of the pledge, as of 31 December of each year, for the parties it has in this world.

create temporary view pledge_party as
select unnest(string_to_array(value, ' ')) as actor_id from setting where key = 'parties:ihl-pledge-mongolia';

create temporary view pledge_member as
select every_member.*, (state = 'counted')::integer as in_n, 1 as in_d
  from (
    select 'C1' as indicator, asked.year, plan.external_id as member, plan.actor_id, 'counted' as state
      from asked
      join known as plan using (year)
      join pledge_party on pledge_party.actor_id = plan.actor_id
     where plan.kind = 'national-plan' and (plan.body ->> 'withTimelines')::boolean
       and plan.held_from <= make_date(asked.year, 12, 31)
       and (plan.held_until is null or plan.held_until > make_date(asked.year, 12, 31))
    union all
    select case meeting.kind when 'working-group-meeting' then 'C2' else 'C4' end, meeting.year, meeting.external_id,
           meeting.actor_id, 'counted'
      from known as meeting
      join pledge_party on pledge_party.actor_id = meeting.actor_id
     where meeting.kind in ('working-group-meeting', 'review-meeting')
       and extract(year from (meeting.body ->> 'heldOn')::date) = meeting.year
    union all
    -- C3: an event counts for at least two groups of audience.
    select 'C3', meeting.year, meeting.external_id, meeting.actor_id,
           case when (select count(distinct audience) from jsonb_array_elements_text(meeting.body -> 'audience') as audience)
                     >= 2 then 'counted' else 'not counted' end
      from known as meeting
      join pledge_party on pledge_party.actor_id = meeting.actor_id
     where meeting.kind = 'dissemination-event'
       and extract(year from (meeting.body ->> 'heldOn')::date) = meeting.year) as every_member;

-- Counts of records: no N.
create temporary view pledge_value as
select indicator, asked.year, make_date(asked.year, 12, 31) as as_of, coalesce(sum(in_n), 0) as n, null as d,
       coalesce(sum(in_n), 0) as value, 'known' as status
  from asked
  cross join unnest(array['C1', 'C2', 'C3', 'C4']) as indicator
  left join pledge_member using (indicator, year)
 group by indicator, asked.year;
