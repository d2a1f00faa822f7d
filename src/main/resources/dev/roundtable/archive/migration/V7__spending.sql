-- What was spent, and is reserved for rounds that are not settled, in millionths of a US dollar.
create table account (
  scope text not null,
  platform text not null,
  workspace text not null,
  id text not null,
  period text not null,
  label text not null,
  used_micros bigint not null,
  debates bigint not null,
  unknown_calls bigint not null,
  warned ${flag} not null,
  primary key (platform, workspace, period, scope, id)
);

-- The rounds that make up the accounts. A round that is not settled is held at its estimate.
create table charge (
  debate_id text not null,
  round bigint not null,
  day text not null,
  platform text not null,
  workspace text not null,
  channel text not null,
  person text not null,
  label text not null,
  estimate_micros bigint not null,
  spent_micros bigint not null,
  unknown_calls bigint not null,
  settled ${flag} not null,
  primary key (debate_id, round)
);

create index charge_of_person on charge (person);

-- Where settings were changed; empty for what was done with a debate.
alter table audit add column place text not null default '';
