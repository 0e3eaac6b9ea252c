-- What videos of a tenant have in common. Versions are only added; nothing of them is ever changed,
-- so that a name with a version means one thing for ever.

CREATE TABLE template (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant     text NOT NULL,
  name       text NOT NULL,
  deleted_at timestamptz,
  UNIQUE (tenant, name)
);

-- Every name that a template has or had leads to it.
CREATE TABLE template_name (
  tenant   text NOT NULL,
  name     text NOT NULL,
  template bigint NOT NULL REFERENCES template (id),
  PRIMARY KEY (tenant, name)
);

CREATE TABLE template_version (
  template    bigint NOT NULL REFERENCES template (id),
  version     integer NOT NULL,
  description text,
  -- JSON: variables, prompts and brief.
  content     text NOT NULL,
  changed_at  timestamptz NOT NULL DEFAULT now(),
  changed_by  text NOT NULL,
  PRIMARY KEY (template, version)
);
