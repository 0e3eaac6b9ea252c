package io.moneyprinter.monitoring.agent;

import io.moneyprinter.codecs.audit.AuditActions;
import io.moneyprinter.codecs.audit.AuditOutcome;
import io.moneyprinter.codecs.audit.RecordAudit;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.monitoring.RoleInstances;
import io.moneyprinter.codecs.monitoring.SetInstances;
import io.moneyprinter.platform.audit.AuditTrail;
import io.moneyprinter.platform.node.Drain;
import io.moneyprinter.platform.node.Node;
import io.vertx.core.Future;

/** Changes how often the node runs a service, one change after the other, and has it on record. */
final class RoleChanges {
  private final Node node;
  private final RoleDesk desk;
  private Future<?> last = Future.succeededFuture();

  RoleChanges(Node node, RoleDesk desk) {
    this.node = node;
    this.desk = desk;
  }

  synchronized Future<RoleInstances> set(SetInstances wish) {
    CallContext caller = CallContext.currentOrSystem();
    Future<RoleInstances> change = last.transform(before -> change(wish, caller));
    last = change.otherwiseEmpty();
    return change;
  }

  private Future<RoleInstances> change(SetInstances wish, CallContext caller) {
    if (node.drain().state() != Drain.State.SERVING || !node.health().ready()) {
      return Future.failedFuture(
          ServiceFailure.conflict(
              "The node is starting or leaving: change the instances of one that serves"));
    }
    int before =
        desk.roles().stream()
            .filter(each -> each.role().equals(wish.role()))
            .mapToInt(RoleInstances::instances)
            .sum();
    return desk.set(wish.role(), wish.instances())
        .onComplete(
            done ->
                new AuditTrail(node.vertx().eventBus())
                    .note(
                        RecordAudit.of(
                                AuditActions.NODE_INSTANCES,
                                done.succeeded() ? AuditOutcome.SUCCESS : AuditOutcome.FAILED)
                            .on("node:" + node.info().id())
                            .with("role", wish.role())
                            .with("before", Integer.toString(before))
                            .with("wanted", Integer.toString(wish.instances())),
                        caller));
  }
}
