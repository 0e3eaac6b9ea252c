package io.moneyprinter.materials.meaning;

import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.digest.Sha256;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps vectors by model and text, so that no text is paid for twice. */
final class EmbeddingStore {
  private static final String FIND =
      "SELECT text_hash, vector FROM embedding WHERE model = $1 AND text_hash = ANY($2)";

  private static final String KEEP =
      "INSERT INTO embedding (model, text_hash, vector) VALUES ($1, $2, $3)"
          + " ON CONFLICT (model, text_hash) DO UPDATE SET vector = excluded.vector";

  private final Database database;

  EmbeddingStore(Database database) {
    this.database = database;
  }

  /** The vectors that are there, by their text. */
  Future<Map<String, float[]>> find(String model, List<String> texts) {
    Map<String, String> hashes = new HashMap<>();
    texts.forEach(text -> hashes.put(hash(text), text));
    return database
        .writer()
        .preparedQuery(FIND)
        .execute(Tuple.of(model).addArrayOfString(hashes.keySet().toArray(String[]::new)))
        .map(
            rows -> {
              Map<String, float[]> found = new HashMap<>();
              rows.forEach(
                  row ->
                      found.put(
                          hashes.get(row.getString("text_hash")),
                          Vectors.unpack(row.getString("vector"))));
              return found;
            });
  }

  Future<Void> keep(String model, List<String> texts, Vectors vectors) {
    List<Tuple> rows = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      rows.add(Tuple.of(model, hash(texts.get(i)), vectors.packed().get(i)));
    }
    return database.writer().preparedQuery(KEEP).executeBatch(rows).mapEmpty();
  }

  private static String hash(String text) {
    return Sha256.hex(text);
  }
}
