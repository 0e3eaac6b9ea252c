package io.moneyprinter.materials.asset;

import io.moneyprinter.codecs.storage.FileList;
import io.moneyprinter.codecs.storage.NameLibraryFiles;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells which stored files the libraries name: materials with all their versions and pictures of
 * them, imported collections, and music. Deleted materials count until they are purged.
 */
public final class NamedAssets {
  private static final String FIND =
      """
      WITH said AS (
        SELECT blob::text || coalesce(portrait::text, '') AS text FROM asset_version
        WHERE ($2::text IS NULL OR tenant = $2) AND ($3::text IS NULL OR asset <> $3)
        UNION ALL SELECT coalesce(picture::text, '') || coalesce(other::text, '') FROM item
        WHERE $2::text IS NULL OR tenant = $2
        UNION ALL SELECT audio::text FROM music_piece
        WHERE ($2::text IS NULL OR tenant = $2) AND ($3::text IS NULL OR id <> $3)
        UNION ALL SELECT audio::text FROM music_file)
      SELECT DISTINCT found[1] AS key
      FROM said, regexp_matches(text, '\\m([0-9a-f]{64})\\M', 'g') AS found
      WHERE found[1] = ANY($1)""";

  private final Database database;

  public NamedAssets(Database database) {
    this.database = database;
  }

  /** Answers {@link io.moneyprinter.codecs.storage.StorageMessages#NAMED_BY_LIBRARIES}. */
  public Future<FileList> find(NameLibraryFiles wish) {
    return database
        .writer()
        .preparedQuery(FIND)
        .execute(Tuple.of(wish.keys().toArray(String[]::new), wish.tenant(), wish.except()))
        .map(
            rows -> {
              List<String> named = new ArrayList<>();
              rows.forEach(row -> named.add(row.getString("key")));
              return new FileList(named);
            });
  }
}
