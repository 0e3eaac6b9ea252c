package io.moneyprinter.launcher.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.testsupport.Browser;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What the studio's moving pictures cost: frames a second, and the processor's time for each, which
 * says more where the machine is shared. Prints figures; run by {@code mvn -pl launcher -am test
 * -Dtest=StudioBenchmark -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class StudioBenchmark {
  /** Counts frames while a map is fed. */
  private static final String COUNT =
      """
      (async () => {
        const map = document.createElement('%s');
        %s
        const place = document.querySelector('#stage > *');
        place.replaceChildren(map);
        await new Promise(r => setTimeout(r, 1500));
        let frames = 0;
        const end = performance.now() + %d;
        const timer = setInterval(() => feed(map), %d);
        while (performance.now() < end) {
          await new Promise(requestAnimationFrame);
          frames++;
        }
        clearInterval(timer);
        return frames;
      })()""";

  private static final String NODES =
      """
      const nodes = Array.from({length: 20}, (_, i) => ({id: `node-${i}`, name: `node-${i}`,
        state: 'SERVING', roles: [{role: 'video', instances: 1}],
        health: {status: 'healthy', failing: {}}, load: {cpu: .4}}));
      const feed = fed => Object.assign(fed, {nodes: nodes.map(n => ({...n})),
        edges: nodes.flatMap((a, i) => nodes.map((b, j) => ({from: a.id, to: b.id,
          perSecond: (i * 7 + j * 3) % 60})))});
      feed(map);""";

  private static final String SEGMENTS =
      """
      let all = Array.from({length: 100}, (_, index) => ({index, frames: 40 + index % 30,
        state: 'queued', progress: 0}));
      let turn = 0;
      const feed = fed => {
        turn = (turn + 1) % 100;
        all = all.map((one, at) => at < turn ? {...one, state: at % 3 ? 'done' : 'reused', progress: 1}
          : at < turn + 8 ? {...one, state: 'running', progress: Math.min(1, one.progress + .1)}
          : {...one, state: 'queued', progress: 0});
        fed.segments = all;
      };
      feed(map);""";

  private static final int MILLIS = 4000;

  @RegisterExtension static final StudioNode STUDIO = new StudioNode();
  private final Browser browser = STUDIO.browser();

  @Test
  void aMapOfTwentyNodesAndAHundredAndTwentyWays() {
    open("/dashboard", "mp-cluster-map");
    measure("Map of 20 nodes", COUNT.formatted("mp-cluster-map", NODES, MILLIS, 1000));
  }

  @Test
  void aHundredSegmentsLive() {
    open("/videos/01a20409-87d5-76b2-a688-f2de9ffffd47", "mp-video-page .problem");
    measure("100 live segments", COUNT.formatted("mp-segment-map", SEGMENTS, MILLIS, 100));
  }

  private void open(String address, String until) {
    STUDIO.open(address);
    browser.await("document.querySelector('%s')".formatted(until));
  }

  private void measure(String what, String script) {
    Supplier<Duration> spent =
        () ->
            ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").contains("chrom"))
                .map(process -> process.info().totalCpuDuration())
                .flatMap(Optional::stream)
                .reduce(Duration.ZERO, Duration::plus);
    browser.call("Performance.enable", new JsonObject().put("timeDomain", "threadTicks"));
    Duration before = spent.get();
    double busy = mainThread();
    int frames = ((Number) browser.eval(script)).intValue();
    System.out.printf(
        "%s: %.1f frames a second; for each %.1f ms of the page's thread, %.1f ms of the whole"
            + " browser%n",
        what,
        frames * 1000.0 / MILLIS,
        (mainThread() - busy) * 1000 / frames,
        (double) spent.get().minus(before).toMillis() / frames);
    assertThat(frames).isPositive();
  }

  /** Seconds of processor time. */
  private double mainThread() {
    return browser.call("Performance.getMetrics", new JsonObject()).getJsonArray("metrics").stream()
        .map(JsonObject.class::cast)
        .filter(metric -> metric.getString("name").equals("TaskDuration"))
        .mapToDouble(metric -> metric.getDouble("value"))
        .findFirst()
        .orElseThrow();
  }
}
