package io.moneyprinter.gateway;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Mutated requests to every route. {@code -Dfuzz.requests=10000} sends more, {@code -Dfuzz.seed}
 * others, and {@code -Dfuzz.url=http://127.0.0.1:8000} sends them to a running node with real
 * services behind it.
 */
class FuzzTest {
  private static final int USUAL = 400;
  private static final int AT_ONCE = 8;
  private static final long PATIENCE_MILLIS = 15_000;

  @RegisterExtension final TestNode test = TestNode.plain();
  private final Map<Integer, Integer> statuses = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();

  @Test
  void noMutatedRequestBreaksTheGatewayOrMakesItTellItsSecrets() {
    // The firewall only looks on, so that the routes see everything.
    RunningGateway gateway =
        RunningGateway.start(
            test.node(), TestConfig.with("firewall.mode", "report", "events.streams", "1000"));
    URI url = URI.create(System.getProperty("fuzz.url", "http://127.0.0.1:" + gateway.port()));
    test.node().health().ready(true);
    int requests = Integer.getInteger("fuzz.requests", USUAL);
    long seed = Long.getLong("fuzz.seed", 7);
    WebClient client = gateway.client;
    JsonObject document =
        answer(client.getAbs(url.resolve("/v1/openapi.json").toString()).send()).bodyAsJsonObject();
    List<String> ids = List.of(gateway.createVideo(), UUID.randomUUID().toString());
    ApiFuzzer fuzzer = new ApiFuzzer(document, ids, seed);

    for (int sent = 0; sent < requests; sent += AT_ONCE) {
      List<Future<?>> round = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        round.add(send(client, url, fuzzer.next()));
      }
      answer(Future.join(round), 60);
    }

    assertThat(faults).as("with seed " + seed + ", of " + statuses).isEmpty();
    assertThat(statuses.keySet()).as("not all refused alike").contains(200, 400, 404);
    assertThat(gateway.get("/health/live").statusCode()).isEqualTo(200);
    if (Boolean.getBoolean("fuzz.print")) {
      System.out.println(requests + " requests: " + statuses);
    }
  }

  private Future<?> send(WebClient client, URI url, ApiFuzzer.Attempt attempt) {
    HttpRequest<Buffer> request =
        client
            .requestAbs(HttpMethod.valueOf(attempt.method()), url + attempt.target())
            .timeout(PATIENCE_MILLIS);
    request.putHeader("Content-Type", attempt.type());
    attempt.headers().forEach(request::putHeader);
    Future<HttpResponse<Buffer>> answered =
        attempt.body() == null ? request.send() : request.sendBuffer(Buffer.buffer(attempt.body()));
    return answered.transform(
        outcome -> {
          synchronized (faults) {
            if (outcome.failed()) {
              faults.add(attempt + " -> " + outcome.cause());
            } else {
              judge(attempt, outcome.result());
            }
          }
          return Future.succeededFuture();
        });
  }

  private void judge(ApiFuzzer.Attempt attempt, HttpResponse<Buffer> response) {
    int status = response.statusCode();
    statuses.merge(status, 1, Integer::sum);
    String body = String.valueOf(response.bodyAsString());
    // 503 and 504 say that a service is away, which here most are.
    boolean fault = status == 500 || status == 502 || status > 504 && status != 507;
    boolean leak = body.contains("Exception") || body.contains("\tat ") || body.contains(".java:");
    // What people open is explained on a page.
    String explained =
        attempt.target().startsWith("/watch/")
            ? "(application/problem\\+json|text/html; charset=utf-8)"
            : "application/problem\\+json";
    boolean unexplained =
        status >= 400 && !String.valueOf(response.getHeader("Content-Type")).matches(explained);
    if (fault || leak || unexplained) {
      faults.add(attempt + " -> " + status + " " + body.substring(0, Math.min(300, body.length())));
    }
  }
}
