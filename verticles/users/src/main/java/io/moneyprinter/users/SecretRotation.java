package io.moneyprinter.users;

import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Encrypts at a start what lies in clear, or by a key that is no longer the current one. Every
 * secret is opened on the way, so that a wrong key stops the start instead of the first login. Two
 * nodes that do it at once do no harm: a row is changed only as it was read.
 */
final class SecretRotation {
  private static final Logger LOG = LoggerFactory.getLogger(SecretRotation.class);

  private final Database database;
  private final RowSecrets secrets;

  SecretRotation(Database database, RowSecrets secrets) {
    this.database = database;
    this.secrets = secrets;
  }

  Future<Void> run() {
    return secrets
        .refresh()
        .compose(
            ready ->
                table(
                    "SELECT kid, private_key AS secret, secret_key FROM signing_keys",
                    row -> SigningKeyStore.place(row.getString("kid")),
                    row -> Tuple.of(row.getString("kid")),
                    "UPDATE signing_keys SET private_key = $2, secret_key = $3"
                        + " WHERE kid = $1 AND private_key = $4"))
        .compose(
            keys ->
                table(
                        "SELECT tenant, user_id, secret, secret_key FROM totp",
                        row ->
                            SecondFactorStore.place(
                                row.getString("tenant"), row.getString("user_id")),
                        row -> Tuple.of(row.getString("tenant"), row.getString("user_id")),
                        """
                        UPDATE totp SET secret = $3, secret_key = $4
                        WHERE tenant = $1 AND user_id = $2 AND secret = $5""")
                    .map(codes -> keys + codes))
        .onSuccess(
            changed -> {
              if (changed > 0) {
                LOG.info("Encrypted {} secrets of the users service by the current key", changed);
              }
            })
        .mapEmpty();
  }

  private Future<Integer> table(
      String select, Function<Row, String> place, Function<Row, Tuple> identity, String update) {
    return database
        .writer()
        .query(select)
        .execute()
        .compose(
            rows -> {
              List<Row> all = new ArrayList<>();
              rows.forEach(all::add);
              Future<Integer> changed = Future.succeededFuture(0);
              for (Row row : all) {
                changed =
                    changed.compose(
                        sum ->
                            one(row, place.apply(row), identity.apply(row), update)
                                .map(did -> sum + did));
              }
              return changed;
            });
  }

  private Future<Integer> one(Row row, String place, Tuple identity, String update) {
    Buffer before = row.getBuffer("secret");
    RowSecrets.Stored stored =
        new RowSecrets.Stored(row.getString("secret_key"), before.getBytes());
    if (!secrets.outdated(stored)) {
      return secrets.open(stored, place).map(0);
    }
    return secrets
        .again(stored, place)
        .compose(
            fresh ->
                database
                    .writer()
                    .preparedQuery(update)
                    .execute(
                        identity
                            .addValue(Buffer.buffer(fresh.bytes()))
                            .addValue(fresh.key())
                            .addValue(before)))
        .map(done -> done.rowCount());
  }
}
