package io.moneyprinter.gateway;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.moneyprinter.engines.EmbeddedRedis;
import io.moneyprinter.engines.EmbeddedRedisOptions;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.redis.RedisConnector;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Requests through the chain against a bare Vert.x server and nginx as a plain proxy before it, in
 * one run on one machine: wrk with 64 connections, each asking again as soon as it is answered. It
 * takes its share of the same processors, as the services behind the gateway do. Wants wrk on the
 * path; without nginx its row is left out. Prints Markdown.
 */
@EnabledIfSystemProperty(named = "gateway.benchmark.seconds", matches = "[1-9]\\d*")
class GatewayBenchmark {
  private static final String CONNECTIONS = "64";
  private static final String EVERYTHING_PASSES = "1000000";
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
  private static final Pattern FAILED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");

  @RegisterExtension final TestNode test = TestNode.plain();
  @TempDir Path folder;
  private final List<String> rows = new ArrayList<>();
  private double bare;

  @Test
  void measure() throws Exception {
    assumeTrue(onThePath("wrk"), "wrk is not on the path");
    int seconds = Integer.getInteger("gateway.benchmark.seconds");
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
      if (onThePath("nginx")) {
        nginx(hello.actualPort(), seconds);
      }
      through("firewall, no caller, no hop", redis, "/health/live", seconds);
      through(
          "token, hop; no firewall, no rates",
          redis,
          "/v1/voices",
          seconds,
          "firewall.mode",
          "off",
          "limits.enabled",
          "false");
      through("token, hop, firewall", redis, "/v1/voices", seconds, "limits.enabled", "false");
      through("the whole chain, rates in Redis", redis, "/v1/voices", seconds);
      run("bare Vert.x, again", hello.actualPort(), "/", seconds);
    }
    System.out.println(
        "| | requests/s | of bare | p50 | p99 | failed |\n|---|---|---|---|---|---|");
    rows.forEach(System.out::println);
  }

  private static boolean onThePath(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private void nginx(int backend, int seconds) throws Exception {
    int port = freePort();
    Path config = folder.resolve("nginx.conf");
    Files.writeString(
        config,
        """
        daemon off; worker_processes 2; pid %1$s/nginx.pid; error_log stderr crit;
        events { worker_connections 512; }
        http {
          access_log off; client_body_temp_path %1$s; proxy_temp_path %1$s;
          fastcgi_temp_path %1$s; uwsgi_temp_path %1$s; scgi_temp_path %1$s;
          upstream hello { server 127.0.0.1:%2$d; keepalive 64; }
          server {
            listen 127.0.0.1:%3$d;
            keepalive_requests 1000000000;
            location / {
              proxy_pass http://hello; proxy_http_version 1.1; proxy_set_header Connection "";
            }
          }
        }
        """
            .formatted(folder, backend, port));
    Process nginx =
        new ProcessBuilder("nginx", "-c", config.toString(), "-p", folder.toString())
            .inheritIO()
            .start();
    try {
      Await.until("nginx listens", Duration.ofSeconds(10), () -> listens(port));
      run("nginx as a plain proxy before it", port, "/", seconds);
    } finally {
      nginx.destroy();
      nginx.waitFor();
    }
  }

  private static boolean listens(int port) {
    try (Socket tried = new Socket("127.0.0.1", port)) {
      return tried.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void through(
      String name, EmbeddedRedis redis, String path, int seconds, String... settings)
      throws Exception {
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
  private void run(String name, int port, String path, int seconds) throws Exception {
    wrk(port, path, Math.max(1, seconds / 3));
    String told = wrk(port, path, seconds);
    double rate = Double.parseDouble(found(RATE, told));
    bare = bare == 0 ? rate : bare;
    Matcher failed = FAILED.matcher(told);
    rows.add(
        "| %s | %.0f | %.0f %% | %s | %s | %s |"
            .formatted(
                name,
                rate,
                100 * rate / bare,
                found(Pattern.compile("50%\\s+(\\S+)"), told),
                found(Pattern.compile("99%\\s+(\\S+)"), told),
                failed.find() ? failed.group(1) : "0"));
  }

  private static String found(Pattern pattern, String told) {
    Matcher matcher = pattern.matcher(told);
    assertThat(matcher.find()).as(told).isTrue();
    return matcher.group(1);
  }

  private static String wrk(int port, String path, int seconds) throws Exception {
    Process wrk =
        new ProcessBuilder(
                "wrk",
                "-t2",
                "-c" + CONNECTIONS,
                "-d" + seconds + "s",
                "--latency",
                "-H",
                "Authorization: Bearer " + FakeServices.TOKEN,
                "http://127.0.0.1:" + port + path)
            .redirectErrorStream(true)
            .start();
    String told = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(wrk.waitFor()).as(told).isZero();
    return told;
  }
}
