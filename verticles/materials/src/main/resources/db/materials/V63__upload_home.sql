ALTER TABLE upload ADD COLUMN home text;
COMMENT ON COLUMN upload.home IS 'the data folder that the bytes lie in, by its name';
