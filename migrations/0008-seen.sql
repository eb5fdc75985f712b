-- A world as somebody sees it: a schema that stands before the world's own on the search path, in which the table of facts
-- is a view. `pacta.partner` and `pacta.restricted` name the actors whose facts of those tiers are seen (',MNG,KHM,'), or
-- '*' for all; where they are not set, only what is public is seen. A column added to the table later needs the view anew.
do $$
declare
  world text := current_schema();
begin
  execute format('create schema %I', world || '_seen');
  execute format($view$
    create view %I.datum as
    select * from %I.datum
     where tier = 'public'
        or (tier = 'partner' and (current_setting('pacta.partner', true) = '*'
            or strpos(current_setting('pacta.partner', true), ',' || actor_id || ',') > 0))
        or (tier = 'restricted' and (current_setting('pacta.restricted', true) = '*'
            or strpos(current_setting('pacta.restricted', true), ',' || actor_id || ',') > 0))
    $view$, world || '_seen', world);
end
$$;
