ALTER TABLE asset ADD COLUMN licence text;
COMMENT ON COLUMN asset.licence IS 'on what terms it may be used, as its owner says';
