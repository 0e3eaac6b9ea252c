-- Up to which departure (of the users service) everybody was forgotten here for good.
CREATE TABLE departure_cursor (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  number bigint  NOT NULL
);
