-- How the tenants want words to be read: by language, 'mul' for all.

CREATE TABLE lexicon (
  tenant   text NOT NULL,
  language text NOT NULL,
  word     text NOT NULL,
  said     text NOT NULL,
  PRIMARY KEY (tenant, language, word)
);
