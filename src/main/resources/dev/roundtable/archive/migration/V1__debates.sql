create table debate (
  id text primary key not null,
  epoch bigint not null,
  last_seq bigint not null,
  at_work boolean not null,
  opened_millis bigint,
  words text
);

create index debate_by_age on debate (opened_millis);
create index debate_at_work on debate (id) where at_work;

create table debate_event (
  debate_id text not null references debate (id),
  seq bigint not null,
  at_millis bigint not null,
  type text not null,
  payload text not null,
  primary key (debate_id, seq)
);

create table inbox (
  arrival ${identity},
  message_id text not null unique,
  debate_id text,
  payload text,
  waits boolean not null,
  arrived_millis bigint not null
);

create index inbox_waiting on inbox (debate_id, arrival) where waits;

create table audit (
  line ${identity},
  at_millis bigint not null,
  done text not null,
  debate_id text not null
);
