package io.moneyprinter.gateway;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.moneyprinter.engines.EmbeddedRedis;
import io.moneyprinter.engines.EmbeddedRedisOptions;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.redis.RedisConnector;
import io.moneyprinter.testsupport.NodeCopy;
import io.moneyprinter.testsupport.Ports;
import io.moneyprinter.testsupport.TestFolders;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.http.HttpServer;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Requests through the chain against a bare Vert.x server and nginx as a plain proxy before it, in
 * one run on one machine: {@link Wrk} takes its share of the same processors, as the services
 * behind the gateway do. Wants wrk on the path; without nginx its row is left out. Prints Markdown.
 *
 * <p>{@code gateway.benchmark.seconds} is how long each row is measured, after a third of it to
 * warm up; {@code gateway.benchmark.rounds} (1) how many times, turn about, of which the median
 * counts; {@code gateway.benchmark.only} an expression for the names of the rows.
 */
@EnabledIfSystemProperty(named = "gateway.benchmark.seconds", matches = "[1-9]\\d*")
class GatewayBenchmark {
  private static final String EVERYTHING_PASSES = "1000000";
  private static final int MANY_CALLERS = 64;
  private static final String BARE = "bare Vert.x, a constant answer";
  private static final String NGINX = "nginx as a plain proxy before it";

  /** Who is loaded, and as whom. */
  private record Target(int port, String path, List<String> tokens) {}

  /**
   * One measurement.
   *
   * @param cpu microseconds of this process for each request
   * @param allocated bytes by this process for each request
   */
  private record Row(Wrk.Load load, double cpu, double allocated) {}

  @RegisterExtension final TestNode test = TestNode.plain();
  @TempDir Path folder;
  private final Map<String, Target> targets = new LinkedHashMap<>();
  private final Pattern only =
      Pattern.compile(System.getProperty("gateway.benchmark.only", ".*"), Pattern.CASE_INSENSITIVE);

  @Test
  void measure() throws Exception {
    assumeTrue(Wrk.there(), "wrk is not on the path");
    try (EmbeddedRedis redis =
        EmbeddedRedis.start(EmbeddedRedisOptions.in(folder, TestFolders.programs()))) {
      int hello = hello();
      add(BARE, new Target(hello, "/", one()));
      through("chain and firewall, no caller, no hop", redis, "/health/live", one());
      String[] free = {"limits.enabled", "false"};
      String[] open = {"limits.enabled", "false", "firewall.mode", "off"};
      through("token, JSON, hop; no firewall, no rates", redis, "/v1/voices", one(), open);
      through("token, JSON, hop, firewall", redis, "/v1/voices", one(), free);
      through("the whole chain, rates in Redis", redis, "/v1/voices", one());
      through("the same, 64 callers by turns", redis, "/v1/voices", many());
      if (Wrk.onThePath(NginxProxy.PROGRAM) && only.matcher(NGINX).find()) {
        try (NginxProxy nginx = NginxProxy.before(hello, folder)) {
          add(NGINX, new Target(nginx.port, "/", one()));
          print(measureAll());
        }
      } else {
        print(measureAll());
      }
    }
  }

  private static List<String> one() {
    return List.of(FakeServices.TOKEN);
  }

  private static List<String> many() {
    return IntStream.range(0, MANY_CALLERS).mapToObj(i -> FakeServices.TOKEN + "-" + i).toList();
  }

  private int hello() {
    HttpServer server =
        answer(
            test.vertx()
                .createHttpServer()
                .requestHandler(
                    request ->
                        request
                            .response()
                            .putHeader("Content-Type", "application/json")
                            .end("{\"hello\":\"world\"}"))
                .listen(0, "127.0.0.1"));
    return server.actualPort();
  }

  private void add(String name, Target target) {
    if (only.matcher(name).find()) {
      targets.put(name, target);
    }
  }

  private void through(
      String name, EmbeddedRedis redis, String path, List<String> tokens, String... settings) {
    if (!only.matcher(name).find()) {
      return;
    }
    Node plain = test.node();
    Node node = NodeCopy.of(plain).with(new RedisConnector(plain.vertx(), redis.uri())).made();
    List<String> all = new ArrayList<>(List.of("auth", "required"));
    for (String who : List.of("address", "user", "key")) {
      all.addAll(List.of("limits." + who + "-rate", EVERYTHING_PASSES));
      all.addAll(List.of("limits." + who + "-burst", EVERYTHING_PASSES));
    }
    all.addAll(List.of(settings));
    all.addAll(List.of("http.port", Integer.toString(Ports.free())));
    GatewayConfig config = TestConfig.with(all.toArray(String[]::new));
    RunningGateway gateway = RunningGateway.start(node, config);
    int instances = config.instancesOn(Runtime.getRuntime().availableProcessors());
    for (int more = 1; more < instances; more++) {
      answer(node.vertx().deployVerticle(new GatewayVerticle(config, node)));
    }
    add(name, new Target(gateway.port(), path, tokens));
  }

  /** Turn about, so that what else this machine does meets all of them alike. */
  private Map<String, Row> measureAll() throws Exception {
    int seconds = Integer.getInteger("gateway.benchmark.seconds");
    int rounds = Integer.getInteger("gateway.benchmark.rounds", 1);
    Map<String, List<Row>> rows = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (Map.Entry<String, Target> entry : targets.entrySet()) {
        load(entry.getValue(), Math.max(1, seconds / 3));
        rows.computeIfAbsent(entry.getKey(), name -> new ArrayList<>())
            .add(row(entry.getValue(), seconds));
      }
    }
    Map<String, Row> medians = new LinkedHashMap<>();
    rows.forEach((name, all) -> medians.put(name, median(all)));
    return medians;
  }

  private static Row median(List<Row> rows) {
    return rows.stream()
        .sorted(Comparator.comparingDouble(row -> row.load().rate()))
        .toList()
        .get(rows.size() / 2);
  }

  private Row row(Target target, int seconds) throws Exception {
    long cpu = cpuNanos();
    long allocated = allocatedBytes();
    Wrk.Load load = load(target, seconds);
    double answers = load.rate() * seconds;
    return new Row(
        load, (cpuNanos() - cpu) / answers / 1000, (allocatedBytes() - allocated) / answers);
  }

  private Wrk.Load load(Target target, int seconds) throws Exception {
    Wrk.Load load = new Wrk(folder).load(target.port(), target.path(), seconds, target.tokens());
    assertThat(load.failed()).isZero();
    return load;
  }

  private static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static long allocatedBytes() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long sum = 0;
    for (long bytes : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
      sum += Math.max(0, bytes);
    }
    return sum;
  }

  private static void print(Map<String, Row> rows) {
    System.out.println(
        "| | requests/s | of bare | of nginx | p50 ms | p99 ms | p99 of bare | CPU µs | KB made |");
    System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    Wrk.Load bare = rows.containsKey(BARE) ? rows.get(BARE).load() : null;
    Wrk.Load nginx = rows.containsKey(NGINX) ? rows.get(NGINX).load() : null;
    rows.forEach(
        (name, row) ->
            System.out.printf(
                "| %s | %,.0f | %s | %s | %.2f | %.1f | %s | %s | %s |%n",
                name,
                row.load().rate(),
                bare == null ? "" : "%.0f %%".formatted(100 * row.load().rate() / bare.rate()),
                nginx == null ? "" : "%.0f %%".formatted(100 * row.load().rate() / nginx.rate()),
                row.load().p50(),
                row.load().p99(),
                bare == null ? "" : "%.1f ×".formatted(row.load().p99() / bare.p99()),
                name.equals(NGINX) ? "" : "%.0f".formatted(row.cpu()),
                name.equals(NGINX) ? "" : "%.1f".formatted(row.allocated() / 1024)));
  }
}
