package io.moneyprinter.monitoring.cluster;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.monitoring.LoadSample;
import io.moneyprinter.codecs.monitoring.Metric;
import io.moneyprinter.codecs.monitoring.NodeBeat;
import io.moneyprinter.codecs.monitoring.NodeGone;
import io.moneyprinter.codecs.monitoring.NodeHealth;
import io.moneyprinter.codecs.monitoring.NodeState;
import io.moneyprinter.codecs.monitoring.Series;
import io.moneyprinter.codecs.monitoring.ShowSeries;
import io.moneyprinter.testsupport.TestNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ClusterDirectoryTest {
  @RegisterExtension final TestNode test = TestNode.plain();

  private final List<String> newcomers = new ArrayList<>();
  private Instant now = Instant.parse("2026-03-01T12:00:00Z");
  private final InstantSource clock = () -> now;
  private ClusterDirectory directory;
  private SeriesBook series;

  @BeforeEach
  void open() {
    directory = new ClusterDirectory(test.vertx(), "self", clock, newcomers::add);
    series = new SeriesBook(test.vertx().eventBus(), clock);
  }

  @Test
  void aNodeThatFallsSilentIsLostWithinSecondsWhileSomebodyLooks() {
    look(10);
    directory.hear(beat("a", "one"));
    directory.hear(beat("b", "two"));
    assertThat(newcomers).containsExactly("a", "b");

    look(6);
    directory.hear(beat("b", "two"));
    assertThat(states()).containsExactly(Map.entry("a", NodeState.SERVING), served("b"));
    look(3);
    assertThat(states()).containsExactly(Map.entry("a", NodeState.LOST), served("b"));

    directory.hear(beat("a", "one"));
    assertThat(states()).as("it was only slow").containsExactly(served("a"), served("b"));
  }

  @Test
  void withNobodyLookingNodesMaySpeakMoreSeldom() {
    directory.hear(beat("a", "one"));
    pass(12);
    directory.sweep();
    assertThat(states()).containsExactly(served("a"));
    pass(2);
    directory.sweep();
    assertThat(states()).containsExactly(Map.entry("a", NodeState.LOST));
  }

  @Test
  void whoSaysGoodByeHasLeftAndIsForgottenLater() {
    directory.hear(beat("a", "one"));
    directory.hear(beat("b", "two"));
    directory.hear(new NodeGone("a", true));
    directory.hear(beat("a", "one"));
    directory.hear(new NodeGone("b", false));
    assertThat(states())
        .containsExactly(Map.entry("a", NodeState.LEFT), Map.entry("b", NodeState.LOST));

    directory.hear(beat("c", "two"));
    assertThat(states())
        .as("started anew under its name")
        .containsExactly(Map.entry("a", NodeState.LEFT), served("c"));
    pass(601);
    directory.hear(beat("c", "two"));
    assertThat(states()).containsExactly(served("c"));
  }

  @Test
  void chartsAddTheNodesUpAndKeepThePastOfThoseThatDied() {
    Instant first = now.minusSeconds(20);
    for (int i = 0; i < 3; i++) {
      series.hear(with("a", sample(first.plusSeconds(5 * i), 10, 1, 0.5)));
      if (i < 2) {
        series.hear(with("b", sample(first.plusSeconds(5 * i), 30, 0, 0.1)));
      }
    }

    Series requests = answer(series.show(new ShowSeries(Metric.REQUESTS, 60, null)));
    assertThat(requests.points()).hasSize(12);
    assertThat(values(requests)).endsWith(8.0, 8.0, 2.0, null);
    assertThat(values(answer(series.show(new ShowSeries(Metric.ERROR_RATE, 60, null)))))
        .endsWith(1 / 40.0, 1 / 40.0, 0.1, null);
    assertThat(values(answer(series.show(new ShowSeries(Metric.REQUESTS, 60, "b")))))
        .endsWith(6.0, 6.0, null, null);
    Double high = values(answer(series.show(new ShowSeries(Metric.LATENCY_95, 60, null)))).get(9);
    assertThat(high).isBetween(0.2, 0.5);
    assertThat(series.show(new ShowSeries(Metric.CPU, 60, "c")).failed()).isTrue();

    now = now.plus(Duration.ofHours(2));
    series.sweep();
    assertThat(series.show(new ShowSeries(Metric.CPU, 60, "a")).failed()).as("forgotten").isTrue();
  }

  private static List<Double> values(Series series) {
    return series.points().stream().map(Series.Point::value).toList();
  }

  /** Looks once a second, as a page does. */
  private void look(int seconds) {
    for (int i = 0; i < seconds; i++) {
      pass(1);
      answer(directory.show());
    }
  }

  private void pass(int seconds) {
    now = now.plusSeconds(seconds);
  }

  private List<Map.Entry<String, NodeState>> states() {
    return answer(directory.show()).nodes().stream()
        .map(beat -> Map.entry(beat.id(), beat.state()))
        .toList();
  }

  private static Map.Entry<String, NodeState> served(String id) {
    return Map.entry(id, NodeState.SERVING);
  }

  private NodeBeat beat(String id, String name) {
    return with(id, name, null);
  }

  private NodeBeat with(String id, LoadSample sample) {
    return with(id, id, sample);
  }

  private NodeBeat with(String id, String name, LoadSample sample) {
    return new NodeBeat(
        id,
        name,
        null,
        "1",
        null,
        "test",
        now,
        now,
        NodeState.SERVING,
        List.of(),
        null,
        new NodeHealth("healthy", Map.of()),
        List.of(),
        List.of(),
        sample);
  }

  /** So many requests, all answered in the same time. */
  private static LoadSample sample(Instant at, double requests, double errors, double seconds) {
    List<Double> latency = new ArrayList<>();
    LoadSample.BOUNDS.forEach(bound -> latency.add(bound >= seconds ? requests : 0));
    latency.add(requests);
    return new LoadSample(
        at, requests, errors, requests * seconds, requests, latency, 5, 1, 0, 30, 10, 0.5);
  }
}
