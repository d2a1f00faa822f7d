-- What a front end remembers from one start to the next.
create table memo (
  name text primary key not null,
  said text not null
);
