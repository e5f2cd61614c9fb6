-- Whether the PINs were chosen by somebody else: their owner takes others at the first sign-in. Of PINs from
-- before nobody can tell; they stay as they are.
ALTER TABLE staff_secret ADD COLUMN is_set_by_other INTEGER NOT NULL DEFAULT 0 CHECK (is_set_by_other IN (0, 1));
