-- The years asked, each as of a day (none: the default, see 1-who-and-when.sql) and as known on a day. The test fills it.
create temporary table asked (
  year integer primary key,
  as_of date,
  known_on date not null
);
