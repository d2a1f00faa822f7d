create table page_token (
  debate_id text primary key not null,
  token text not null unique,
  until_millis bigint not null
);
