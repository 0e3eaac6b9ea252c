package io.moneyprinter.gateway.cluster;

import io.moneyprinter.codecs.monitoring.AddressState;
import io.moneyprinter.codecs.monitoring.BreakerState;
import io.moneyprinter.codecs.monitoring.HealthChange;
import io.moneyprinter.codecs.monitoring.NodeDetail;
import io.moneyprinter.codecs.monitoring.NodeMachine;
import io.moneyprinter.codecs.monitoring.PoolState;
import io.moneyprinter.codecs.orchestration.WorkView;
import io.moneyprinter.codecs.video.Capabilities;
import java.util.List;
import java.util.Map;

/**
 * All there is to know about one node. Of one that is gone, only what was heard last.
 *
 * @param leases absent while no orchestration answers
 * @param encoders absent where nothing is rendered
 */
record NodeReport(
    NodeLine node,
    NodeMachine machine,
    Map<String, String> checks,
    List<HealthChange> history,
    List<PoolState> pools,
    List<AddressState> addresses,
    List<BreakerState> breakers,
    Capabilities encoders,
    List<WorkView.Lease> leases) {
  static NodeReport of(NodeLine line, NodeDetail detail, List<WorkView.Lease> leases) {
    return new NodeReport(
        line,
        detail.machine(),
        detail.checks(),
        detail.history(),
        detail.pools(),
        detail.addresses(),
        detail.breakers(),
        detail.encoders(),
        leases);
  }

  static NodeReport gone(NodeLine line, List<WorkView.Lease> leases) {
    return new NodeReport(
        line, null, Map.of(), List.of(), List.of(), List.of(), List.of(), null, leases);
  }
}
