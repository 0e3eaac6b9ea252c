-- What owners look for their videos by, and which of them they deleted.

ALTER TABLE job ADD COLUMN deleted_at timestamptz;
-- Found in the brief and the result by the trigger below.
ALTER TABLE job ADD COLUMN title text NOT NULL DEFAULT '';
ALTER TABLE job ADD COLUMN language text NOT NULL DEFAULT 'en';
ALTER TABLE job ADD COLUMN template text;
ALTER TABLE job ADD COLUMN seconds double precision NOT NULL DEFAULT 0;
ALTER TABLE job ADD COLUMN words tsvector NOT NULL DEFAULT '';
COMMENT ON COLUMN job.title IS 'in lower case and cut short, to sort by';
COMMENT ON COLUMN job.seconds IS 'length of the video; 0 until there is one';

-- Scripts without spaces are found by their single characters: Han, kana, Hangul, Thai, Lao, Khmer
-- and Burmese.
CREATE FUNCTION words_of(text) RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$
  SELECT to_tsvector('simple', regexp_replace(left($1, 200000),
    '([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])', ' \1 ', 'g'))
$$;

-- All words of the text have to be there, each at least as the beginning of one; none for a text
-- without a word, which nothing matches.
CREATE FUNCTION words_wanted(text) RETURNS tsquery LANGUAGE sql IMMUTABLE AS $$
  SELECT string_agg('''' || replace(replace(lexeme, '\', '\\'), '''', '''''') || ''':*', ' & ')::tsquery
  FROM unnest(words_of($1))
$$;

CREATE FUNCTION job_described() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  narration text := (jsonb_path_query_array(NEW.brief, '$.scenes[*].narration'))::text;
  name text := coalesce(NEW.result->>'title', NEW.brief->>'title', NEW.brief->>'topic',
    NEW.brief->>'script', NEW.brief->'scenes'->0->>'narration', '');
BEGIN
  NEW.title := lower(left(regexp_replace(btrim(name), '\s+', ' ', 'g'), 200));
  NEW.language := lower(coalesce(NEW.brief->>'language', 'en'));
  NEW.template := NEW.brief->'template'->>'name';
  NEW.seconds := coalesce((NEW.result->>'seconds')::double precision, 0);
  NEW.words := words_of(concat_ws(' ', NEW.result->>'title', NEW.brief->>'title',
    NEW.brief->>'topic', NEW.brief->>'script', narration));
  RETURN NEW;
END
$$;

CREATE TRIGGER job_ordered BEFORE INSERT OR UPDATE OF brief ON job
  FOR EACH ROW EXECUTE FUNCTION job_described();
-- Every change of a job writes the result, hardly one changes it.
CREATE TRIGGER job_finished BEFORE UPDATE OF result ON job
  FOR EACH ROW WHEN (NEW.result IS DISTINCT FROM OLD.result) EXECUTE FUNCTION job_described();

UPDATE job SET brief = brief;

CREATE INDEX job_words ON job USING gin (words);
CREATE INDEX job_in_state ON job (tenant, state, id DESC);
CREATE INDEX job_by_title ON job (tenant, title, id);
CREATE INDEX job_by_length ON job (tenant, seconds DESC, id DESC);
CREATE INDEX job_in_language ON job (tenant, language, id DESC);
CREATE INDEX job_of_template ON job (tenant, template, id DESC) WHERE template IS NOT NULL;
CREATE INDEX job_deleted ON job (deleted_at) WHERE deleted_at IS NOT NULL;

-- A batch outlives the videos of it that were deleted: how they ended is kept with the row.
ALTER TABLE batch_row ADD COLUMN ended text;
CREATE INDEX batch_row_of_job ON batch_row (job_id) WHERE job_id IS NOT NULL;
