package io.moneyprinter.gateway;

import static io.moneyprinter.testsupport.Answers.answer;

import io.moneyprinter.engines.EmbeddedRedis;
import io.moneyprinter.engines.EmbeddedRedisOptions;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.redis.RedisConnector;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Requests through the chain against a bare Vert.x server, in one run on one machine: 64
 * connections, each asking again as soon as it is answered. The client takes its share of the same
 * processors, as the services behind the gateway do. Prints Markdown.
 */
@EnabledIfSystemProperty(named = "gateway.benchmark.seconds", matches = "[1-9]\\d*")
class GatewayBenchmark {
  private static final int CONNECTIONS = 64;
  private static final String EVERYTHING_PASSES = "1000000";

  @RegisterExtension final TestNode test = TestNode.plain();
  @TempDir Path folder;
  private final List<String> rows = new ArrayList<>();
  private Vertx clients;
  private HttpClient client;
  private double bare;

  /** Latencies of one run, in microseconds. */
  private static final class Tally {
    private int[] micros = new int[1 << 16];
    private int count;
    private long failed;

    synchronized void add(long nanos, boolean well) {
      if (count == micros.length) {
        micros = Arrays.copyOf(micros, count * 2);
      }
      micros[count++] = (int) TimeUnit.NANOSECONDS.toMicros(nanos);
      failed += well ? 0 : 1;
    }

    synchronized double percentile(double part) {
      int[] sorted = Arrays.copyOf(micros, count);
      Arrays.sort(sorted);
      return count == 0 ? 0 : sorted[(int) Math.min(count - 1, count * part)] / 1000.0;
    }
  }

  @Test
  void measure() {
    int seconds = Integer.getInteger("gateway.benchmark.seconds");
    clients = Vertx.vertx();
    client =
        clients
            .httpClientBuilder()
            .with(new HttpClientOptions().setKeepAlive(true))
            .with(new PoolOptions().setHttp1MaxSize(CONNECTIONS))
            .build();
    Path cache =
        Path.of(
            System.getProperty("java.io.tmpdir"),
            "moneyprinter-test-engines-" + System.getProperty("user.name"));
    try (EmbeddedRedis redis = EmbeddedRedis.start(EmbeddedRedisOptions.in(folder, cache))) {
      HttpServer hello =
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
      run("bare Vert.x", hello.actualPort(), "/", seconds);
      through("firewall, no caller, no hop", redis, "/health/live", seconds);
      through(
          "key, hop; no firewall, no rates",
          redis,
          "/v1/voices",
          seconds,
          "firewall.mode",
          "off",
          "limits.enabled",
          "false");
      through("key, hop, firewall", redis, "/v1/voices", seconds, "limits.enabled", "false");
      through("the whole chain, rates in Redis", redis, "/v1/voices", seconds);
      run("bare Vert.x, again", hello.actualPort(), "/", seconds);
    } finally {
      answer(clients.close());
    }
    System.out.println(
        "| | requests/s | of bare | p50 ms | p99 ms | failed |\n|---|---|---|---|---|---|");
    rows.forEach(System.out::println);
  }

  private void through(
      String name, EmbeddedRedis redis, String path, int seconds, String... settings) {
    Node plain = test.node();
    Node node =
        new Node(
            plain.info(),
            plain.vertx(),
            plain.data(),
            plain.databases(),
            new RedisConnector(plain.vertx(), redis.uri()),
            plain.pools(),
            plain.blobs(),
            plain.tasks(),
            plain.slots(),
            plain.health(),
            plain.discovery(),
            plain.meters());
    List<String> all = new ArrayList<>(List.of("auth", "required"));
    for (String who : List.of("address", "user", "key")) {
      all.addAll(List.of("limits." + who + "-rate", EVERYTHING_PASSES));
      all.addAll(List.of("limits." + who + "-burst", EVERYTHING_PASSES));
    }
    all.addAll(List.of(settings));
    RunningGateway gateway =
        RunningGateway.start(node, TestConfig.with(all.toArray(String[]::new)));
    run(name, gateway.port(), path, seconds);
    answer(test.vertx().undeploy(gateway.deployment));
  }

  /** A third of the time to warm up, then the measurement. */
  private void run(String name, int port, String path, int seconds) {
    load(port, path, Math.max(1, seconds / 3), new Tally());
    Tally tally = new Tally();
    double took = load(port, path, seconds, tally);
    double rate = tally.count / took;
    bare = bare == 0 ? rate : bare;
    rows.add(
        "| %s | %.0f | %.0f %% | %.2f | %.2f | %d |"
            .formatted(
                name,
                rate,
                100 * rate / bare,
                tally.percentile(0.5),
                tally.percentile(0.99),
                tally.failed));
  }

  private double load(int port, String path, int seconds, Tally tally) {
    long began = System.nanoTime();
    long until = began + TimeUnit.SECONDS.toNanos(seconds);
    List<Future<?>> lanes = new ArrayList<>();
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setHost("127.0.0.1")
            .setPort(port)
            .setURI(path)
            .putHeader("X-API-Key", FakeServices.OWNER_KEY);
    for (int i = 0; i < CONNECTIONS; i++) {
      lanes.add(lane(options, until, tally));
    }
    answer(Future.join(lanes), seconds + 30L);
    return (System.nanoTime() - began) / 1e9;
  }

  private Future<?> lane(RequestOptions options, long until, Tally tally) {
    long began = System.nanoTime();
    if (began > until) {
      return Future.succeededFuture();
    }
    return client
        .request(options)
        .compose(request -> request.send())
        .compose(response -> response.body().map(body -> response))
        .map(HttpClientResponse::statusCode)
        .otherwise(0)
        .compose(
            status -> {
              tally.add(System.nanoTime() - began, status == 200);
              return lane(options, until, tally);
            });
  }
}
