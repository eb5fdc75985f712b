-- Who withdraws a fact from everyone's sight, by one for partners or a restricted one that supersedes or retracts it, has
-- withdrawn it: whoever does not see what took its place does not go on seeing what it said.
create index datum_sealed on datum (actor_id, (coalesce(supersedes, retracts))) where tier <> 'public';

do $$
declare
  world text := current_schema();
  sees text := $sees$(%1$s.tier = 'public'
        or (%1$s.tier = 'partner' and (current_setting('pacta.partner', true) = '*'
            or strpos(current_setting('pacta.partner', true), ',' || %1$s.actor_id || ',') > 0))
        or (%1$s.tier = 'restricted' and (current_setting('pacta.restricted', true) = '*'
            or strpos(current_setting('pacta.restricted', true), ',' || %1$s.actor_id || ',') > 0)))$sees$;
begin
  execute format($view$
    create or replace view %1$I.datum as
    select * from %2$I.datum one
     where %3$s
       and not exists (
           select from %2$I.datum later
            where later.tier <> 'public' and later.actor_id = one.actor_id
              and coalesce(later.supersedes, later.retracts) = one.datum_id
              and not coalesce(%4$s, false))
    $view$, world || '_seen', world, format(sees, 'one'), format(sees, 'later'));
end
$$;
