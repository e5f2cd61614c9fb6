-- A slip that did not come out, or that nobody can vouch for, is printed again: the copy names the one before it.
ALTER TABLE slip ADD COLUMN copy_of INTEGER REFERENCES slip (id);
