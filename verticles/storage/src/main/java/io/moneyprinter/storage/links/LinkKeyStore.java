package io.moneyprinter.storage.links;

import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** The keys that links are signed by: those of the settings, and one that is made when none is. */
public final class LinkKeyStore {
  private static final long LOCK = 0x6d70_6c69_6e6b_6b79L;
  private static final int SECRET_BYTES = 32;
  private static final int ID_BYTES = 4;

  private static final String ALL = "SELECT id, secret FROM link_key ORDER BY created_at DESC, id";

  private final Database database;
  private final SecureRandom random = new SecureRandom();

  public LinkKeyStore(Database database) {
    this.database = database;
  }

  /** All keys there are; makes the first one where the settings name none. */
  public Future<LinkSigner> signer(LinksConfig config) {
    return database
        .writer()
        .withTransaction(
            transaction ->
                transaction
                    .preparedQuery("SELECT pg_advisory_xact_lock($1)")
                    .execute(Tuple.of(LOCK))
                    .compose(locked -> kept(transaction, config)));
  }

  private Future<LinkSigner> kept(SqlConnection transaction, LinksConfig config) {
    return transaction
        .query(ALL)
        .execute()
        .compose(
            rows -> {
              Map<String, byte[]> secrets = new HashMap<>();
              String newest = null;
              for (Row row : rows) {
                newest = newest == null ? row.getString("id") : newest;
                secrets.put(row.getString("id"), row.getBuffer("secret").getBytes());
              }
              config.keys().forEach((id, key) -> secrets.put(id, key.bytes()));
              String current = config.current().orElse(newest);
              return current == null
                  ? made(transaction, secrets)
                  : Future.succeededFuture(new LinkSigner(current, secrets));
            });
  }

  private Future<LinkSigner> made(SqlConnection transaction, Map<String, byte[]> secrets) {
    byte[] id = new byte[ID_BYTES];
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(id);
    random.nextBytes(secret);
    String name = "own-" + HexFormat.of().formatHex(id);
    secrets.put(name, secret);
    return transaction
        .preparedQuery("INSERT INTO link_key (id, secret) VALUES ($1, $2)")
        .execute(Tuple.of(name, Buffer.buffer(secret)))
        .map(new LinkSigner(name, secrets));
  }
}
