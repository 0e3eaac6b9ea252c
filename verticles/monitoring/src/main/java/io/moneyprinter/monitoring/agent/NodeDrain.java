package io.moneyprinter.monitoring.agent;

import io.moneyprinter.codecs.audit.AuditActions;
import io.moneyprinter.codecs.audit.AuditOutcome;
import io.moneyprinter.codecs.audit.RecordAudit;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.monitoring.DrainProgress;
import io.moneyprinter.platform.audit.AuditTrail;
import io.moneyprinter.platform.node.Drain;
import io.moneyprinter.platform.node.Node;
import io.vertx.core.Future;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets an operator take the node out of the cluster. */
public final class NodeDrain {
  private static final Logger LOG = LoggerFactory.getLogger(NodeDrain.class);

  private final Node node;

  public NodeDrain(Node node) {
    this.node = node;
  }

  public Future<DrainProgress> look() {
    Drain drain = node.drain();
    return Future.succeededFuture(
        new DrainProgress(
            drain.state().name().toLowerCase(Locale.ROOT), drain.patience().toSeconds()));
  }

  /**
   * Begins, or says how far it is; does not wait for the end. {@code CONFLICT} while the node
   * starts, for it would take work afterwards.
   */
  public Future<DrainProgress> begin() {
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
