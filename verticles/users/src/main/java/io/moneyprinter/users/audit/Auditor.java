package io.moneyprinter.users.audit;

import io.moneyprinter.codecs.audit.AuditMessages;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.secrets.MadeKey;
import io.moneyprinter.platform.service.ServiceScope;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the audit log, in a database of its own, and answers for it. Now and then it notes on this
 * node's disk, and in its log, how the log stands. Of one event loop.
 */
public final class Auditor {
  private static final Logger LOG = LoggerFactory.getLogger(Auditor.class);

  private final ServiceScope scope;
  private final AuditStore store;
  private final AuditKeys keys;
  private final AuditCheckpoints checkpoints;
  private final Clock clock = Clock.systemUTC();
  private long noted = -1;

  private Auditor(ServiceScope scope, AuditStore store, AuditKeys keys) {
    this.scope = scope;
    this.store = store;
    this.keys = keys;
    this.checkpoints = new AuditCheckpoints(scope.node().data().root());
  }

  /** Opens the log and serves it until the scope closes. */
  public static Future<?> open(ServiceScope scope, AuditConfig config) {
    return Future.all(scope.node().databases().open("audit"), keys(scope, config))
        .map(
            opened -> {
              Database database = opened.resultAt(0);
              scope.onClose(database::close);
              Takeaway.serve(scope, database);
              new Auditor(scope, new AuditStore(database), opened.resultAt(1)).serve(config);
              return null;
            });
  }

  private static Future<AuditKeys> keys(ServiceScope scope, AuditConfig config) {
    return scope
        .node()
        .pools()
        .run(
            Pool.CRYPTO,
            () ->
                new AuditKeys(
                    config.key().isPresent()
                        ? config.key().get()
                        : new MadeKey(scope.node().data().root(), "audit-key")
                            .read(new SecureRandom(), HexFormat.of()::formatHex)));
  }

  private void serve(AuditConfig config) {
    AuditWriter writer = new AuditWriter(store, keys);
    AuditVerifier verifier = new AuditVerifier(store, keys, checkpoints, scope.node().pools());
    scope.serve(
        AuditMessages.RECORD,
        action ->
            writer
                .record(action)
                .onSuccess(kept -> AuditMessages.RECORDED.publish(scope.bus(), action)));
    scope.serve(AuditMessages.LIST, store::list);
    scope.serve(AuditMessages.VERIFY, asked -> verifier.verify());
    Vertx vertx = scope.vertx();
    long timer = vertx.setPeriodic(config.checkpointEvery().toMillis(), due -> checkpoint());
    scope.onClose(
        () -> {
          vertx.cancelTimer(timer);
          return checkpoint();
        });
  }

  private Future<?> checkpoint() {
    return store
        .head()
        .compose(
            head ->
                head.sequence() == noted || head.sequence() == 0
                    ? Future.succeededFuture()
                    : note(head))
        .onFailure(cause -> LOG.warn("No checkpoint of the audit log: {}", cause.getMessage()))
        .otherwiseEmpty();
  }

  private Future<?> note(AuditStore.Head head) {
    noted = head.sequence();
    return scope
        .node()
        .pools()
        .run(
            Pool.CRYPTO,
            () -> {
              checkpoints.add(head, keys, clock.instant());
              LOG.info(
                  "The audit log stands at record {}, {}",
                  head.sequence(),
                  SealedEntry.hex(head.hash()));
              return null;
            });
  }
}
