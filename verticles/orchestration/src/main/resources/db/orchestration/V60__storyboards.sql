-- What owners want of their videos, scene by scene, where it is other than what the video was made
-- from. What there is of a video follows from its steps and is not kept here.
CREATE TABLE storyboard (
  job_id     uuid PRIMARY KEY REFERENCES job ON DELETE CASCADE,
  version    integer     NOT NULL,
  -- The version that the waiting video went on with last; asked for again, it is not done twice.
  applied    integer,
  title      text        NOT NULL,
  -- Text, because it goes through as it came.
  scenes     text        NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now(),
  changed_by text        NOT NULL
);
