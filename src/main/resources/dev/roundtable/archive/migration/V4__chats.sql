alter table debate add column platform text;
alter table debate add column workspace text;
alter table debate add column channel text;
alter table debate add column asker text;

create index debate_in_channel on debate (platform, workspace, channel, opened_millis);
create index debate_of_asker on debate (platform, workspace, asker, opened_millis);

-- What was chosen for a whole workspace has an empty channel.
create table chat_settings (
  platform text not null,
  workspace text not null,
  channel text not null,
  panel text,
  style text,
  may_ask text,
  follow_ups text,
  primary key (platform, workspace, channel)
);

create table draft (
  debate_id text primary key not null,
  kept_millis bigint not null,
  asker text not null,
  payload text not null
);

create index draft_by_age on draft (kept_millis);

alter table audit add column done_by text;
