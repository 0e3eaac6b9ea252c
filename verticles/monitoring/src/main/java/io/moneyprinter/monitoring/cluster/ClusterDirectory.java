package io.moneyprinter.monitoring.cluster;

import io.moneyprinter.codecs.monitoring.ClusterView;
import io.moneyprinter.codecs.monitoring.MonitoringMessages;
import io.moneyprinter.codecs.monitoring.NodeBeat;
import io.moneyprinter.codecs.monitoring.NodeGone;
import io.moneyprinter.codecs.monitoring.NodeState;
import io.moneyprinter.codecs.monitoring.SomebodyLooks;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * All nodes that this one has heard of: those that are there, and for a while those that went. Of
 * one event loop.
 */
public final class ClusterDirectory {
  /**
   * Without a sign of life while somebody looks, a node is taken for lost. One that is killed is
   * noticed by the cluster at once; a busy one may well be late by some seconds.
   */
  private static final Duration SILENCE_WATCHED = Duration.ofSeconds(8);

  private static final Duration SILENCE = Duration.ofSeconds(13);

  /** How long a node that went is still shown. */
  private static final Duration REMEMBERED = Duration.ofMinutes(10);

  /** Time between two announcements that somebody looks. */
  private static final Duration ANNOUNCED = Duration.ofSeconds(4);

  private static final int MOST_GONE = 200;

  private record Entry(NodeBeat beat, Instant heard) {
    boolean gone() {
      return !beat.state().present();
    }
  }

  private final Vertx vertx;
  private final String self;
  private final InstantSource clock;
  private final Consumer<String> newcomer;
  private final Map<String, Entry> entries = new HashMap<>();
  private Instant announced = Instant.MIN;
  private Instant watchedSince = Instant.MAX;
  private Instant looked = Instant.MIN;

  /**
   * @param self id of this node
   * @param newcomer told of each node when it is first heard
   */
  public ClusterDirectory(
      Vertx vertx, String self, InstantSource clock, Consumer<String> newcomer) {
    this.vertx = vertx;
    this.self = self;
    this.clock = clock;
    this.newcomer = newcomer;
  }

  /**
   * A sign of life. It brings a node back that was given up, but none that said good-bye: that one
   * was only overtaken on the way.
   */
  public void hear(NodeBeat beat) {
    Entry before = entries.get(beat.id());
    if (before != null && before.beat().state() == NodeState.LEFT) {
      return;
    }
    entries.put(beat.id(), new Entry(beat, clock.instant()));
    if (before == null) {
      newcomer.accept(beat.id());
      // The same node started anew: its former life is of no interest any more.
      entries.values().removeIf(other -> other.gone() && other.beat().name().equals(beat.name()));
    }
  }

  /** A node left, or others noticed that it is gone. */
  public void hear(NodeGone gone) {
    Entry entry = entries.get(gone.node());
    if (entry != null && !entry.gone()) {
      part(entry, gone.orderly() ? NodeState.LEFT : NodeState.LOST);
    }
  }

  private void part(Entry entry, NodeState how) {
    entries.put(entry.beat().id(), new Entry(entry.beat().gone(how), clock.instant()));
  }

  /** Gives up nodes that fell silent, and forgets those that went long ago. */
  public void sweep() {
    Instant now = clock.instant();
    boolean watched =
        now.isBefore(looked.plus(SILENCE)) && now.isAfter(watchedSince.plus(SILENCE_WATCHED));
    Duration patience = watched ? SILENCE_WATCHED : SILENCE;
    for (Entry entry : Map.copyOf(entries).values()) {
      if (!entry.gone() && entry.heard().plus(patience).isBefore(now)) {
        part(entry, NodeState.LOST);
      }
    }
    entries
        .values()
        .removeIf(entry -> entry.gone() && entry.heard().plus(REMEMBERED).isBefore(now));
    entries.values().stream()
        .filter(Entry::gone)
        .sorted(Comparator.comparing(Entry::heard).reversed())
        .skip(MOST_GONE)
        .map(entry -> entry.beat().id())
        .toList()
        .forEach(entries::remove);
  }

  /** The nodes by name; who asks makes them speak more often for a while. */
  public Future<ClusterView> show() {
    Instant now = clock.instant();
    if (now.isAfter(looked.plus(SILENCE))) {
      watchedSince = now;
    }
    looked = now;
    if (now.isAfter(announced.plus(ANNOUNCED))) {
      announce();
    }
    sweep();
    return Future.succeededFuture(
        new ClusterView(
            now,
            entries.values().stream()
                .map(Entry::beat)
                .sorted(Comparator.comparing(NodeBeat::name).thenComparing(NodeBeat::id))
                .toList()));
  }

  /** Asks all nodes to speak. */
  public void announce() {
    announced = clock.instant();
    MonitoringMessages.LOOKS.publish(vertx.eventBus(), new SomebodyLooks(self));
  }
}
