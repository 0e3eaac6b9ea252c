package io.moneyprinter.codecs.monitoring;

import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.bus.MessageCatalogue;
import io.moneyprinter.codecs.bus.Topic;
import java.time.Duration;

/** What nodes say of themselves and answer to operators. */
public final class MonitoringMessages {
  /** Every node's signs of life: each second while somebody looks, every five when nobody does. */
  public static final Topic<NodeBeat> BEATS = new Topic<>("monitoring.beats", NodeBeat.class);

  /** Told again and again while somebody looks. */
  public static final Topic<SomebodyLooks> LOOKS =
      new Topic<>("monitoring.looks", SomebodyLooks.class);

  /** A node left, or was noticed to be gone; the same one may be told several times. */
  public static final Topic<NodeGone> GONE = new Topic<>("monitoring.gone", NodeGone.class);

  /** The whole cluster, as one monitoring service knows it. */
  public static final Endpoint<ShowCluster, ClusterView> SHOW_CLUSTER =
      new Endpoint<>("monitoring.showCluster", ShowCluster.class, ClusterView.class);

  /** {@code NOT_FOUND} for a node that nobody heard of. */
  public static final Endpoint<ShowSeries, Series> SHOW_SERIES =
      new Endpoint<>("monitoring.showSeries", ShowSeries.class, Series.class);

  private MonitoringMessages() {}

  /** Answered by the one node of this id. */
  public static Endpoint<InspectNode, NodeDetail> inspect(String node) {
    return new Endpoint<>("monitoring.inspect." + node, InspectNode.class, NodeDetail.class);
  }

  /** Begins, or says how far it is. {@code CONFLICT} while the node starts. */
  public static Endpoint<DrainNode, DrainProgress> drain(String node) {
    return new Endpoint<>("monitoring.drain." + node, DrainNode.class, DrainProgress.class);
  }

  /**
   * Answered when the verticles are deployed or gone. {@code INVALID} for what is no role, {@code
   * CONFLICT} when the node cannot do with so few, or is leaving.
   */
  public static Endpoint<SetInstances, RoleInstances> instances(String node) {
    return new Endpoint<>(
        "monitoring.instances." + node,
        SetInstances.class,
        RoleInstances.class,
        Duration.ofMinutes(2));
  }

  /** The samples of one node, an hour of them at most. */
  public static Endpoint<ListSamples, SampleList> samples(String node) {
    return new Endpoint<>("monitoring.samples." + node, ListSamples.class, SampleList.class);
  }

  public static void catalogue(MessageCatalogue.Builder types) {
    types.add("monitoring.NodeBeat.v1", NodeBeat.class);
    types.add("monitoring.SomebodyLooks.v1", SomebodyLooks.class);
    types.add("monitoring.NodeGone.v1", NodeGone.class);
    types.add("monitoring.InspectNode.v1", InspectNode.class);
    types.add("monitoring.NodeDetail.v1", NodeDetail.class);
    types.add("monitoring.DrainNode.v1", DrainNode.class);
    types.add("monitoring.DrainProgress.v1", DrainProgress.class);
    types.add("monitoring.SetInstances.v1", SetInstances.class);
    types.add("monitoring.RoleInstances.v1", RoleInstances.class);
    types.add("monitoring.ListSamples.v1", ListSamples.class);
    types.add("monitoring.SampleList.v1", SampleList.class);
    types.add("monitoring.ClusterView.v1", ClusterView.class);
    types.add("monitoring.Series.v1", Series.class);
    types.add(SHOW_CLUSTER, "monitoring.ShowCluster.v1");
    types.add(SHOW_SERIES, "monitoring.ShowSeries.v1");
  }
}
