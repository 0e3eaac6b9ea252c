package io.moneyprinter.materials.music.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Remembers what was found out about the files of the music folder. */
public final class FolderMeasures {
  private static final String FIND =
      "SELECT form, audio::text AS audio, seconds, loudness, tempo FROM music_file"
          + " WHERE form = ANY($1)";

  private static final String KEEP =
      "INSERT INTO music_file (form, audio, seconds, loudness, tempo)"
          + " VALUES ($1, $2::text::jsonb, $3, $4, $5) ON CONFLICT (form) DO NOTHING";

  private final Database database;

  public FolderMeasures(Database database) {
    this.database = database;
  }

  /**
   * What a file is.
   *
   * @param audio its copy in the store
   * @param loudness LUFS
   * @param tempo beats a minute; {@code null} where nothing has a beat
   */
  record Measure(Blob audio, double seconds, double loudness, Double tempo) {}

  /** Of the files of these forms, those that are known. */
  Future<Map<String, Measure>> of(List<String> forms) {
    return database
        .reader()
        .preparedQuery(FIND)
        .execute(Tuple.tuple().addArrayOfString(forms.toArray(String[]::new)))
        .map(
            rows -> {
              Map<String, Measure> known = new HashMap<>();
              for (Row row : rows) {
                known.put(
                    row.getString("form"),
                    new Measure(
                        blob(row.getString("audio")),
                        row.getDouble("seconds"),
                        row.getDouble("loudness"),
                        row.getDouble("tempo")));
              }
              return known;
            });
  }

  Future<Measure> keep(String form, Measure measure) {
    return database
        .writer()
        .preparedQuery(KEEP)
        .execute(
            Tuple.of(
                form,
                json(measure.audio()),
                measure.seconds(),
                measure.loudness(),
                measure.tempo()))
        .map(kept -> measure);
  }

  private static String json(Blob blob) {
    try {
      return RecordJson.wire().writeValueAsString(blob);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Every blob is JSON", e);
    }
  }

  private static Blob blob(String json) {
    try {
      return RecordJson.wire().readValue(json, Blob.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored blob does not decode", e);
    }
  }
}
