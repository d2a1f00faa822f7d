-- An account may have a cap in dollars and one in debates, of which each is warned of once.
alter table account add column warned_of_debates ${flag};
