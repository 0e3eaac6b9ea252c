package io.moneyprinter.materials.look;

import io.moneyprinter.codecs.video.Appearance;
import io.moneyprinter.materials.library.StoredJson;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Keeps how things look, so that none is decoded twice for it. */
final class AppearanceStore {
  private static final String FIND =
      "SELECT subject, looks::text AS looks FROM appearance WHERE subject = ANY($1)";

  private static final String KEEP =
      "INSERT INTO appearance (subject, looks) VALUES ($1, $2::text::jsonb)"
          + " ON CONFLICT (subject) DO UPDATE SET looks = excluded.looks, seen_at = now()";

  /** What is not of bytes may look otherwise after some time, and be gone at its site. */
  private static final String FORGET =
      "DELETE FROM appearance WHERE subject LIKE '%:%' AND seen_at < now() - interval '90 days'";

  private final Database database;

  AppearanceStore(Database database) {
    this.database = database;
  }

  /** Those that are known, by their subject. */
  Future<Map<String, Appearance>> find(Collection<String> subjects) {
    return database
        .writer()
        .preparedQuery(FIND)
        .execute(Tuple.tuple().addArrayOfString(subjects.toArray(String[]::new)))
        .map(
            rows -> {
              Map<String, Appearance> found = new HashMap<>();
              rows.forEach(
                  row ->
                      found.put(
                          row.getString("subject"),
                          StoredJson.read(Appearance.class, row.getString("looks"))));
              return found;
            });
  }

  Future<Void> keep(String subject, Appearance looks) {
    return database
        .writer()
        .preparedQuery(KEEP)
        .execute(Tuple.of(subject, StoredJson.write(Appearance.class, looks)))
        .mapEmpty();
  }

  Future<Void> forgetOld() {
    return database.writer().query(FORGET).execute().mapEmpty();
  }
}
