package io.moneyprinter.monitoring.cluster;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.monitoring.ListSamples;
import io.moneyprinter.codecs.monitoring.LoadSample;
import io.moneyprinter.codecs.monitoring.MonitoringMessages;
import io.moneyprinter.codecs.monitoring.NodeBeat;
import io.moneyprinter.codecs.monitoring.Series;
import io.moneyprinter.codecs.monitoring.ShowSeries;
import io.moneyprinter.monitoring.agent.SampleRing;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The samples of all nodes over the last hour, of those that went as well, so that a chart's past
 * does not change when a node dies. Of one event loop.
 */
public final class SeriesBook {
  private static final Logger LOG = LoggerFactory.getLogger(SeriesBook.class);
  private static final Duration KEPT = Duration.ofSeconds(ShowSeries.MOST);

  /** The newest samples are still under way. */
  private static final int LAG = LoadSample.SECONDS;

  private static final int MOST_NODES = 500;

  private final EventBus bus;
  private final InstantSource clock;
  private final Map<String, SampleRing> rings = new HashMap<>();

  public SeriesBook(EventBus bus, InstantSource clock) {
    this.bus = bus;
    this.clock = clock;
  }

  /** Takes in what a sign of life brings. */
  public void hear(NodeBeat beat) {
    if (beat.sample() != null && (rings.containsKey(beat.id()) || rings.size() < MOST_NODES)) {
      rings.computeIfAbsent(beat.id(), id -> new SampleRing()).add(beat.sample());
    }
  }

  /** Asks a node for what it did before it was first heard here. */
  public void fill(String node) {
    MonitoringMessages.samples(node)
        .ask(bus, new ListSamples())
        .onSuccess(
            found -> rings.computeIfAbsent(node, id -> new SampleRing()).fill(found.samples()))
        .onFailure(cause -> LOG.debug("No samples of {}: {}", node, cause.getMessage()));
  }

  /** Forgets nodes that did nothing for longer than anybody can ask about. */
  public void sweep() {
    Instant oldest = clock.instant().minus(KEPT);
    rings.values().removeIf(ring -> ring.newest() == null || ring.newest().at().isBefore(oldest));
  }

  /** A point for each interval, without gaps. */
  public Future<Series> show(ShowSeries wish) {
    if (wish.node() != null && !rings.containsKey(wish.node())) {
      return Future.failedFuture(
          ServiceFailure.notFound("Nothing was heard of a node " + wish.node() + " lately"));
    }
    long last = (clock.instant().getEpochSecond() - LAG) / LoadSample.SECONDS * LoadSample.SECONDS;
    long first = last - (wish.seconds() / LoadSample.SECONDS - 1L) * LoadSample.SECONDS;
    Map<Long, List<LoadSample>> together = new TreeMap<>();
    for (long at = first; at <= last; at += LoadSample.SECONDS) {
      together.put(at, new ArrayList<>());
    }
    rings.forEach(
        (node, ring) -> {
          if (wish.node() == null || wish.node().equals(node)) {
            ring.all()
                .forEach(
                    sample -> {
                      List<LoadSample> place = together.get(sample.at().getEpochSecond());
                      if (place != null) {
                        place.add(sample);
                      }
                    });
          }
        });
    return Future.succeededFuture(
        new Series(
            wish.metric(),
            MetricSum.unit(wish.metric()),
            LoadSample.SECONDS,
            together.entrySet().stream()
                .map(
                    each ->
                        new Series.Point(
                            Instant.ofEpochSecond(each.getKey()),
                            MetricSum.of(wish.metric(), each.getValue())))
                .toList()));
  }
}
