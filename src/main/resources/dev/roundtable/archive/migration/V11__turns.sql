-- The debates of a channel that run or stand in line, in the order in which they came.
create table turn (
  debate_id text primary key,
  platform text not null,
  workspace text not null,
  channel text not null,
  place bigint not null,
  begun ${flag} not null,
  moved ${flag} not null
);

create index turn_of_channel on turn (platform, workspace, channel, place);
create index turn_moved on turn (place) where moved;

-- Held by whoever changes the line of a channel, until the commit.
create table line (
  platform text not null,
  workspace text not null,
  channel text not null,
  changes bigint not null,
  primary key (platform, workspace, channel)
);
