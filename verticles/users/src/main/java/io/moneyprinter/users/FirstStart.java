package io.moneyprinter.users;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the first tenant, its owner and an API key in an empty database. Nodes that start together
 * take turns, and only the first finds it empty.
 */
final class FirstStart {
  private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

  /** One number for this purpose in the whole database. */
  private static final long LOCK = 0x6d70_7573_6572_7331L;

  /** The account of whoever owns this machine. */
  static final String OWNER = "owner";

  private static final String[] ALL_SCOPES = {"owner"};

  private final Database database;
  private final WorkerPools pools;
  private final KeyFile keyFile;
  private final SecureRandom random;
  private final SetupDesk setup;

  /** What the first start leaves for the owner. */
  private record Left(Path keyFile, String link) {}

  FirstStart(
      Database database, WorkerPools pools, KeyFile keyFile, SecureRandom random, SetupDesk setup) {
    this.database = database;
    this.pools = pools;
    this.keyFile = keyFile;
    this.random = random;
    this.setup = setup;
  }

  Future<Void> run() {
    return database
        .writer()
        .withTransaction(
            transaction ->
                transaction
                    .preparedQuery("SELECT pg_advisory_xact_lock($1)")
                    .execute(Tuple.of(LOCK))
                    .compose(locked -> transaction.query("SELECT 1 FROM tenants LIMIT 1").execute())
                    .compose(
                        tenants ->
                            tenants.size() > 0
                                ? Future.<Left>succeededFuture()
                                : settle(transaction)))
        .onSuccess(
            left -> {
              if (left != null) {
                LOG.info("The first API key is in {} (readable by its owner only)", left.keyFile());
                LOG.info(
                    "To log in with a password, and to let others in, open once, within a day: {}",
                    left.link());
              }
            })
        .mapEmpty();
  }

  /**
   * The file is written before the commit: should it fail, the next start tries all of it again.
   */
  private Future<Left> settle(SqlConnection transaction) {
    ApiKey key = ApiKey.generate(random);
    return transaction
        .preparedQuery("INSERT INTO tenants (id, name, tier) VALUES ($1, 'Local', 'unlimited')")
        .execute(Tuple.of(CallContext.LOCAL_TENANT))
        .compose(
            made ->
                transaction
                    .preparedQuery(
                        """
                        INSERT INTO users (id, tenant, name, role)
                        VALUES ($1, $2, 'Owner', 'OPERATOR')""")
                    .execute(Tuple.of(OWNER, CallContext.LOCAL_TENANT)))
        .compose(
            made ->
                KeyStore.insert(
                    transaction,
                    key,
                    CallContext.LOCAL_TENANT,
                    OWNER,
                    "first key",
                    ALL_SCOPES,
                    null))
        .compose(made -> setup.link(transaction))
        .compose(link -> pools.run(Pool.CRYPTO, () -> new Left(keyFile.write(key), link)))
        .recover(
            cause ->
                Future.failedFuture(
                    new ServiceFailure(
                        FailureCode.RESOURCE,
                        "The first API key could not be made or written to %s (%s). Check that the"
                                .formatted(keyFile.path(), cause)
                            + " data folder can be written to, then start again")));
  }
}
