create table delivery (
  seq ${identity},
  debate_id text not null references debate (id),
  post_key text not null,
  place text not null,
  platform text not null,
  workspace text not null,
  channel text not null,
  thread text,
  message_id text,
  hash text,
  state text not null,
  reason text,
  at_millis bigint not null,
  unique (debate_id, post_key)
);

create index delivery_by_message on delivery (platform, channel, message_id);
create index delivery_by_thread on delivery (platform, channel, thread);

-- When the next action would be due if all were evenly spaced.
create table delivery_rate (
  bucket text primary key not null,
  due_micros bigint not null
);
