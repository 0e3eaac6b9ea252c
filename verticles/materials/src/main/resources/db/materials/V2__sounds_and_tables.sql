-- An item may be a sound or a colour look-up table instead of a picture.

ALTER TABLE item ALTER COLUMN picture DROP NOT NULL;
ALTER TABLE item ADD COLUMN other jsonb;
ALTER TABLE item ADD COLUMN seconds double precision;
ALTER TABLE item ADD CONSTRAINT item_is_something CHECK (picture IS NOT NULL OR other IS NOT NULL);
