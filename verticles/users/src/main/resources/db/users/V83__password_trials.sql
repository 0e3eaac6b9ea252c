-- Wrong passwords of somebody who is logged in already: whoever has a stolen session must not find the
-- password out by it. Login has the threat detector for that.
CREATE TABLE password_trials (
  tenant        text NOT NULL,
  user_id       text NOT NULL,
  failures      integer NOT NULL,
  blocks        integer NOT NULL DEFAULT 0,
  blocked_until timestamptz NOT NULL DEFAULT '-infinity',
  PRIMARY KEY (tenant, user_id),
  FOREIGN KEY (tenant, user_id) REFERENCES users (tenant, id) ON DELETE CASCADE
);
