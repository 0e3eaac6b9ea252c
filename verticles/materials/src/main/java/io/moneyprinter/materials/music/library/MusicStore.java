package io.moneyprinter.materials.music.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.materials.MusicPiece;
import io.moneyprinter.codecs.materials.Provenance;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.MusicBrief;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps the tenants' pieces of music; every row belongs to a tenant and is seen by no other. */
public final class MusicStore {
  private static final String COLUMNS =
      "id, title, mood, tempo, music_key, seconds, loudness, tags, audio::text AS audio,"
          + " provenance::text AS provenance";

  /** The number of pieces is looked at in the same statement, so that two uploads count. */
  private static final String SAVE =
      "INSERT INTO music_piece (tenant, id, title, mood, tempo, music_key, seconds, loudness, tags,"
          + " audio, provenance) SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10::text::jsonb,"
          + " $11::text::jsonb WHERE EXISTS (SELECT 1 FROM music_piece WHERE tenant = $1 AND id = $2)"
          + " OR (SELECT count(*) FROM music_piece WHERE tenant = $1) < $12"
          + " ON CONFLICT (tenant, id) DO UPDATE SET title = excluded.title, mood = excluded.mood,"
          + " tempo = excluded.tempo, music_key = excluded.music_key, tags = excluded.tags,"
          + " provenance = excluded.provenance RETURNING id";

  private static final String LIST =
      "SELECT " + COLUMNS + " FROM music_piece WHERE tenant = $1 ORDER BY title, id";

  private static final String FIND =
      "SELECT " + COLUMNS + " FROM music_piece WHERE tenant = $1 AND id = $2";

  private static final String DROP =
      "DELETE FROM music_piece WHERE tenant = $1 AND id = $2 RETURNING " + COLUMNS;

  private final Database database;

  public MusicStore(Database database) {
    this.database = database;
  }

  /** A piece with its sound. */
  record Kept(MusicPiece piece, Blob audio) {}

  /**
   * Keeps a piece; one with the same sound gets the new words.
   *
   * @return false when the tenant has as many as it may
   */
  Future<Boolean> save(String tenant, Kept kept, int most) {
    MusicPiece piece = kept.piece();
    return database
        .writer()
        .preparedQuery(SAVE)
        .execute(
            Tuple.from(
                new Object[] {
                  tenant,
                  piece.id(),
                  piece.title(),
                  piece.mood() == null ? null : piece.mood().name(),
                  piece.tempo(),
                  piece.key(),
                  piece.seconds(),
                  piece.loudness(),
                  piece.tags().toArray(String[]::new),
                  json(kept.audio()),
                  json(piece.provenance()),
                  (long) most
                }))
        .map(rows -> rows.size() > 0);
  }

  Future<List<MusicPiece>> list(String tenant) {
    return database
        .writer()
        .preparedQuery(LIST)
        .execute(Tuple.of(tenant))
        .map(
            rows -> {
              List<MusicPiece> pieces = new ArrayList<>();
              rows.forEach(row -> pieces.add(kept(row).piece()));
              return pieces;
            });
  }

  Future<Optional<Kept>> find(String tenant, String id) {
    return one(FIND, tenant, id);
  }

  /** Takes a piece out; empty when there was none. */
  Future<Optional<Kept>> drop(String tenant, String id) {
    return one(DROP, tenant, id);
  }

  private Future<Optional<Kept>> one(String statement, String tenant, String id) {
    return database
        .writer()
        .preparedQuery(statement)
        .execute(Tuple.of(tenant, id))
        .map(MusicStore::first);
  }

  private static Optional<Kept> first(RowSet<Row> rows) {
    return rows.size() == 0 ? Optional.empty() : Optional.of(kept(rows.iterator().next()));
  }

  private static Kept kept(Row row) {
    String mood = row.getString("mood");
    MusicPiece piece =
        new MusicPiece(
            row.getString("id"),
            row.getString("title"),
            MusicBrief.Source.OWN,
            mood == null ? null : MusicBrief.Mood.valueOf(mood),
            row.getDouble("tempo"),
            row.getString("music_key"),
            row.getDouble("seconds"),
            row.getDouble("loudness"),
            List.of(row.getArrayOfStrings("tags")),
            read(Provenance.class, row.getString("provenance")));
    return new Kept(piece, read(Blob.class, row.getString("audio")));
  }

  private static String json(Record value) {
    try {
      return RecordJson.wire().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Every record is JSON", e);
    }
  }

  private static <T> T read(Class<T> type, String json) {
    try {
      return RecordJson.wire().readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored " + type.getSimpleName() + " does not decode", e);
    }
  }
}
