package io.moneyprinter.monitoring;

import io.moneyprinter.codecs.audit.AuditActions;
import io.moneyprinter.codecs.audit.AuditOutcome;
import io.moneyprinter.codecs.audit.RecordAudit;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.platform.audit.AuditTrail;
import io.moneyprinter.platform.node.Drain;
import io.moneyprinter.platform.node.Node;
import io.vertx.core.Future;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets an operator take the node out of the cluster. */
final class DrainDesk {
  private static final Logger LOG = LoggerFactory.getLogger(DrainDesk.class);

  /**
   * How far the node is with leaving.
   *
   * @param status {@code serving}, {@code draining} or {@code drained}
   * @param patienceSeconds how long running tasks may go on before they are handed over
   */
  record Progress(String status, long patienceSeconds) {}

  private final Node node;

  DrainDesk(Node node) {
    this.node = node;
  }

  Future<Progress> look() {
    Drain drain = node.drain();
    return Future.succeededFuture(
        new Progress(drain.state().name().toLowerCase(Locale.ROOT), drain.patience().toSeconds()));
  }

  /**
   * Begins, or says how far it is; does not wait for the end. {@code CONFLICT} while the node
   * starts, for it would take work afterwards.
   */
  Future<Progress> begin() {
    boolean serving = node.drain().state() == Drain.State.SERVING;
    if (serving && !node.health().ready()) {
      return Future.failedFuture(
          new ServiceFailure(
              FailureCode.CONFLICT, "The node is starting: ask again when /health/ready says so"));
    }
    if (serving) {
      LOG.info("Draining: no new work is taken");
      new AuditTrail(node.vertx().eventBus())
          .note(
              RecordAudit.of(AuditActions.NODE_DRAIN, AuditOutcome.SUCCESS)
                  .on("node:" + node.info().id()));
      node.health().ready(false);
      node.drain().begin().onSuccess(done -> LOG.info("Drained: the node may be stopped"));
    }
    return look();
  }
}
