-- The thread outside of which a debate is not to be known, null if its channel may know of it.
alter table debate add column private_thread text;

-- Of those that are there it is not known whether the thread or its channel was private.
update debate set private_thread = (
  select min(thread) from delivery where delivery.debate_id = debate.id
)
where platform = 'discord' and exists (
  select 1 from debate_event
  where debate_event.debate_id = debate.id and seq = 1 and payload like '%"reach":"private"%'
);
