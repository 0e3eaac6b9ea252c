package io.moneyprinter.speech.lexicon;

import io.moneyprinter.codecs.speech.Lexicon;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps lexicons; every row belongs to a tenant and is seen by no other. */
public final class LexiconStore {
  private static final String FIND =
      "SELECT language, word, said FROM lexicon WHERE tenant = $1 AND language = ANY($2)";
  private static final String DELETE = "DELETE FROM lexicon WHERE tenant = $1 AND language = $2";
  private static final String INSERT =
      "INSERT INTO lexicon (tenant, language, word, said) VALUES ($1, $2, $3, $4)";

  private final Database database;

  public LexiconStore(Database database) {
    this.database = database;
  }

  /** The entries of exactly these languages; those of a later one go before those of an earlier. */
  public Future<Map<String, String>> entries(String tenant, List<String> languages) {
    return database
        .writer()
        .preparedQuery(FIND)
        .execute(Tuple.tuple().addString(tenant).addArrayOfString(languages.toArray(String[]::new)))
        .map(
            rows -> {
              Map<String, String> entries = new HashMap<>();
              for (String language : languages) {
                for (Row row : rows) {
                  if (row.getString("language").equals(language)) {
                    entries.put(row.getString("word"), row.getString("said"));
                  }
                }
              }
              return entries;
            });
  }

  /** Puts a lexicon in the place of the one of its language. */
  public Future<Lexicon> replace(String tenant, Lexicon lexicon) {
    return database
        .writer()
        .withTransaction(
            connection ->
                connection
                    .preparedQuery(DELETE)
                    .execute(Tuple.of(tenant, lexicon.language()))
                    .compose(gone -> insert(connection, tenant, lexicon)))
        .map(lexicon);
  }

  private static Future<Void> insert(SqlConnection connection, String tenant, Lexicon lexicon) {
    List<Tuple> rows =
        lexicon.entries().entrySet().stream()
            .map(entry -> Tuple.of(tenant, lexicon.language(), entry.getKey(), entry.getValue()))
            .toList();
    return rows.isEmpty()
        ? Future.succeededFuture()
        : connection.preparedQuery(INSERT).executeBatch(rows).mapEmpty();
  }
}
