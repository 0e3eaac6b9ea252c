package io.moneyprinter.notification.push;

import io.moneyprinter.notification.sealing.Sealer;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;

/**
 * The one key pair of the installation: made by the first node that starts, its private half
 * sealed. Another one would end every subscription. Of one event loop.
 */
final class VapidKeys {
  private static final String PLACE = "push-key";

  private final Database database;
  private final WorkerPools pools;
  private final Sealer sealer;
  private final SecureRandom random;
  private Future<VapidKey> known;

  VapidKeys(Database database, WorkerPools pools, Sealer sealer, SecureRandom random) {
    this.database = database;
    this.pools = pools;
    this.sealer = sealer;
    this.random = random;
  }

  /** Fails with {@code RESOURCE} where the key it was sealed by is not ours. */
  Future<VapidKey> key() {
    if (known == null || known.failed()) {
      known =
          stored()
              .compose(
                  rows ->
                      rows.size() > 0
                          ? Future.succeededFuture(rows)
                          : pools
                              .run(Pool.CRYPTO, this::fresh)
                              .compose(this::keep)
                              .compose(kept -> stored()))
              .compose(rows -> pools.run(Pool.CRYPTO, () -> opened(rows.iterator().next())));
    }
    return known;
  }

  private Future<RowSet<Row>> stored() {
    return database.writer().query("SELECT public_key, private_key FROM push_key").execute();
  }

  private Tuple fresh() throws GeneralSecurityException {
    KeyPair pair = P256.fresh(random);
    return Tuple.of(
        Buffer.buffer(P256.bytes((ECPublicKey) pair.getPublic())),
        Buffer.buffer(sealer.seal(pair.getPrivate().getEncoded(), PLACE)));
  }

  /** The one of whichever node was first stays. */
  private Future<?> keep(Tuple pair) {
    return database
        .writer()
        .preparedQuery(
            "INSERT INTO push_key (public_key, private_key) VALUES ($1, $2) ON CONFLICT DO NOTHING")
        .execute(pair);
  }

  private VapidKey opened(Row row) throws GeneralSecurityException {
    byte[] encoded = sealer.open(row.getBuffer("private_key").getBytes(), PLACE);
    return new VapidKey(
        row.getBuffer("public_key").getBytes(),
        KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded)));
  }
}
