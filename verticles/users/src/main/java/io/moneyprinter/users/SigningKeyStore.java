package io.moneyprinter.users;

import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** The table of signing keys. */
final class SigningKeyStore {
  private static final long LOCK = 0x6d70_6a77_6b65_7973L;

  private final Database database;

  SigningKeyStore(Database database) {
    this.database = database;
  }

  /** The two in use, newest first; empty at the very first start. */
  Future<List<SigningKey>> inUse() {
    return inUse(database.writer());
  }

  private static Future<List<SigningKey>> inUse(SqlClient client) {
    return client
        .query(
            """
            SELECT kid, private_key, public_key, created_at
            FROM signing_keys ORDER BY created_at DESC, kid LIMIT 2""")
        .execute()
        .map(
            rows -> {
              List<SigningKey> keys = new ArrayList<>();
              rows.forEach(
                  row ->
                      keys.add(
                          new SigningKey(
                              row.getString("kid"),
                              row.getBuffer("private_key").getBytes(),
                              row.getBuffer("public_key").getBytes(),
                              row.getOffsetDateTime("created_at").toInstant())));
              return List.copyOf(keys);
            });
  }

  /**
   * Adds a key, unless another node has just done so.
   *
   * @param replaced the newest key the caller knew; {@code null} for none
   * @return those in use afterwards
   */
  Future<List<SigningKey>> add(SigningKey fresh, String replaced) {
    return database
        .writer()
        .withTransaction(
            transaction ->
                transaction
                    .preparedQuery("SELECT pg_advisory_xact_lock($1)")
                    .execute(Tuple.of(LOCK))
                    .compose(locked -> inUse(transaction))
                    .compose(
                        keys -> {
                          String newest = keys.isEmpty() ? null : keys.get(0).kid();
                          return java.util.Objects.equals(newest, replaced)
                              ? insert(transaction, fresh).compose(done -> inUse(transaction))
                              : Future.succeededFuture(keys);
                        }));
  }

  private static Future<?> insert(SqlClient transaction, SigningKey key) {
    return transaction
        .preparedQuery(
            "INSERT INTO signing_keys (kid, private_key, public_key) VALUES ($1, $2, $3)")
        .execute(
            Tuple.of(key.kid(), Buffer.buffer(key.privateKey()), Buffer.buffer(key.publicKey())));
  }
}
