-- What has come once, for as long as it could come again.
create table come (
  what text primary key not null,
  until_millis bigint not null
);
create index come_until on come (until_millis);
