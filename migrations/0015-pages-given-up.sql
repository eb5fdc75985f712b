-- A draft of a page that somebody gave up: it stands in no list and is shown to nobody, until it is brought back from its history.
alter table page_version add column given_up boolean not null default false;
alter table page_version add constraint page_version_given_up check (number is null or not given_up);
