-- The years asked, each as of a day (none: the default, see 1-who-and-when.sql) and as known on a day.
create temporary table asked (
  year integer primary key,
  as_of date,
  known_on date not null
);

insert into asked
select year, null, (select value::date from setting where key = 'today')
  from generate_series(2025, 2027) as year;
