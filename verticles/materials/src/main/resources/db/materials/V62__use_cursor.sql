-- How far completed videos were looked through for the materials that they show.

CREATE TABLE use_cursor (
  single     boolean     PRIMARY KEY DEFAULT true CHECK (single),
  noted_till timestamptz NOT NULL
);
