package io.moneyprinter.users;

import io.moneyprinter.codecs.users.SigningKeysChanged;
import io.moneyprinter.codecs.users.UsersMessages;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.EventBus;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The table of signing keys. */
final class SigningKeyStore {
  private static final long LOCK = 0x6d70_6a77_6b65_7973L;

  private static final int MOST = 50;
  private static final Logger LOG = LoggerFactory.getLogger(SigningKeyStore.class);

  private final Database database;
  private final RowSecrets secrets;
  private final EventBus bus;

  /**
   * @param secrets encrypts the private halves
   * @param bus on which the other nodes are told of changes
   */
  SigningKeyStore(Database database, RowSecrets secrets, EventBus bus) {
    this.secrets = secrets;
    this.database = database;
    this.bus = bus;
  }

  /**
   * All that a token may still be verified with, the newest first; empty at the very first start.
   */
  Future<List<SigningKey>> newest() {
    return newest(database.writer());
  }

  /** What the private half of a key is encrypted for. */
  static String place(String kid) {
    return "signing-key:" + kid;
  }

  private Future<List<SigningKey>> newest(SqlClient client) {
    return client
        .preparedQuery(
            """
            SELECT kid, private_key, secret_key, public_key, created_at, signs_from
            FROM signing_keys ORDER BY signs_from DESC, kid LIMIT $1""")
        .execute(Tuple.of(MOST))
        .compose(
            rows -> {
              List<Future<SigningKey>> keys = new ArrayList<>();
              rows.forEach(row -> keys.add(opened(row)));
              return Future.all(keys).map(all -> List.copyOf(all.<SigningKey>list()));
            });
  }

  private Future<SigningKey> opened(Row row) {
    String kid = row.getString("kid");
    RowSecrets.Stored stored =
        new RowSecrets.Stored(row.getString("secret_key"), row.getBuffer("private_key").getBytes());
    return secrets
        .open(stored, place(kid))
        .map(
            secret ->
                new SigningKey(
                    kid,
                    secret,
                    row.getBuffer("public_key").getBytes(),
                    row.getOffsetDateTime("created_at").toInstant(),
                    row.getOffsetDateTime("signs_from").toInstant()));
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
                    .compose(locked -> newest(transaction))
                    .compose(
                        keys -> {
                          String newest = keys.isEmpty() ? null : keys.get(0).kid();
                          return Objects.equals(newest, replaced)
                              ? insert(transaction, fresh)
                                  .compose(done -> forget(transaction))
                                  .compose(done -> newest(transaction))
                                  .onSuccess(known -> LOG.info("A new signing key: {}", fresh))
                              : Future.succeededFuture(keys);
                        }))
        .onSuccess(
            done -> UsersMessages.SIGNING_KEYS_CHANGED.publish(bus, new SigningKeysChanged()));
  }

  private Future<?> insert(SqlClient transaction, SigningKey key) {
    return secrets
        .seal(key.privateKey(), place(key.kid()))
        .compose(stored -> insert(transaction, key, stored));
  }

  private static Future<?> insert(SqlClient transaction, SigningKey key, RowSecrets.Stored stored) {
    return transaction
        .preparedQuery(
            """
            INSERT INTO signing_keys
              (kid, private_key, public_key, created_at, signs_from, secret_key)
            VALUES ($1, $2, $3, $4, $5, $6)""")
        .execute(
            Tuple.of(
                key.kid(),
                Buffer.buffer(stored.bytes()),
                Buffer.buffer(key.publicKey()),
                key.createdAt().atOffset(ZoneOffset.UTC),
                key.signsFrom().atOffset(ZoneOffset.UTC),
                stored.key()));
  }

  /** A private key that no token can be of any more lies nowhere: none lives longer than a day. */
  private static Future<?> forget(SqlClient transaction) {
    return transaction
        .query(
            """
            DELETE FROM signing_keys k WHERE EXISTS (
              SELECT 1 FROM signing_keys n
              WHERE n.signs_from > k.signs_from AND n.signs_from < now() - interval '2 days')""")
        .execute();
  }

  /** Takes a key out; false when there is none of this name. */
  Future<Boolean> remove(String kid) {
    return database
        .writer()
        .preparedQuery("DELETE FROM signing_keys WHERE kid = $1")
        .execute(Tuple.of(kid))
        .map(done -> done.rowCount() == 1)
        .onSuccess(
            done -> UsersMessages.SIGNING_KEYS_CHANGED.publish(bus, new SigningKeysChanged()));
  }
}
