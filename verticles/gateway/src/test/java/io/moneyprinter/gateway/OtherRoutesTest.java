package io.moneyprinter.gateway;

import static io.moneyprinter.gateway.RunningGateway.problem;
import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.CaptionPreview;
import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.gateway.auth.AuthMode;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OtherRoutesTest {
  @RegisterExtension final TestNode test = TestNode.plain();
  private RunningGateway gateway;

  private void start() {
    gateway = RunningGateway.start(test.node(), AuthMode.LOCAL);
  }

  private HttpResponse<Buffer> put(String key, String value, String... headers) {
    var request = gateway.json(HttpMethod.PUT, "/v1/configs/" + key);
    for (int i = 0; i < headers.length; i += 2) {
      request.putHeader(headers[i], headers[i + 1]);
    }
    return answer(request.sendBuffer(Buffer.buffer(value)));
  }

  @Test
  void voicesAreListedByLanguage() {
    start();

    assertThat(voices("/v1/voices")).isEqualTo(4);
    assertThat(voices("/v1/voices?language=de")).isEqualTo(1);
  }

  @Test
  void lexiconsAreReadAndReplaced() {
    start();

    assertThat(gateway.get("/v1/lexicons/en").bodyAsJsonObject())
        .isEqualTo(
            new JsonObject()
                .put("language", "en")
                .put("entries", new JsonObject().put("SQL", "sequel")));
    HttpResponse<Buffer> kept =
        gateway.put("/v1/lexicons/de", "{\"entries\": {\"GIF\": \"Dschiff\"}}");
    assertThat(kept.bodyAsJsonObject().getJsonObject("entries").getString("GIF"))
        .isEqualTo("Dschiff");
    assertThat(gateway.put("/v1/lexicons/de", "{\"words\": {}}").statusCode()).isEqualTo(400);
  }

  @Test
  void captionPresetsAreListedAndShown() throws IOException {
    start();
    byte[] png = "the picture".getBytes(StandardCharsets.US_ASCII);
    Blob image = new Blob("ab".repeat(32), png.length, "image/png");
    Path file = test.node().blobs().path(image);
    Files.createDirectories(file.getParent());
    Files.write(file, png);
    VideoMessages.PREVIEW_CAPTIONS.serve(
        test.node().vertx().eventBus(),
        q ->
            Future.succeededFuture(
                new CaptionPreview(
                    image, q.style().preset() + " \u2026 " + q.text(), List.of("It is small"))));

    assertThat(
            gateway.get("/v1/caption-presets").bodyAsJsonObject().getJsonArray("presets").stream()
                .map(preset -> ((JsonObject) preset).getString("name")))
        .contains("classic", "neon", "news");
    HttpResponse<Buffer> shown =
        answer(
            gateway
                .json(HttpMethod.POST, "/v1/caption-presets/preview")
                .sendBuffer(
                    Buffer.buffer("{\"style\": {\"preset\": \"neon\"}, \"text\": \"Hi\"}")));
    assertThat(shown.getHeader("Content-Type")).isEqualTo("image/png");
    assertThat(shown.getHeader("Content-Description")).isEqualTo("neon %E2%80%A6 Hi");
    assertThat(shown.getHeader("Warning")).isEqualTo("199 - \"It is small\"");
    assertThat(shown.body().getBytes()).isEqualTo(png);
    HttpResponse<Buffer> refused =
        answer(
            gateway
                .json(HttpMethod.POST, "/v1/caption-presets/preview")
                .sendBuffer(Buffer.buffer("{\"stile\": {}}")));
    assertThat(refused.statusCode()).isEqualTo(400);
  }

  private int voices(String path) {
    return gateway.get(path).bodyAsJsonObject().getJsonArray("voices").size();
  }

  @Test
  void usageIsSummedOverTheTimeAskedFor() {
    start();

    HttpResponse<Buffer> usage = gateway.get("/v1/usage?from=2026-01-01&to=2026-02-01T12:00:00Z");

    assertThat(usage.bodyAsJsonObject().getJsonObject("usage").getInteger("jobs")).isEqualTo(3);
    assertThat(gateway.services.summarized.from()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(gateway.services.summarized.to()).isEqualTo(Instant.parse("2026-02-01T12:00:00Z"));
    assertThat(gateway.get("/v1/usage").statusCode()).isEqualTo(200);
    assertThat(gateway.get("/v1/usage?from=yesterday").statusCode()).isEqualTo(400);
    assertThat(gateway.get("/v1/usage?from=2026-02-01&to=2026-01-01").statusCode()).isEqualTo(400);
  }

  @Test
  void settingsAreWrittenOnlyOverTheVersionTheWriterSaw() {
    start();

    HttpResponse<Buffer> first = put("video.watermark", "{\"text\":\"me\"}", "If-None-Match", "*");
    HttpResponse<Buffer> second = put("video.watermark", "false", "If-Match", "\"1\"");
    HttpResponse<Buffer> late = put("video.watermark", "true", "If-Match", "\"1\"");
    HttpResponse<Buffer> read = gateway.get("/v1/configs/video.watermark");

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.getHeader("ETag")).isEqualTo("\"1\"");
    assertThat(first.bodyAsJsonObject().getJsonObject("value").getString("text")).isEqualTo("me");
    assertThat(first.bodyAsJsonObject().getString("changedBy")).isEqualTo("owner");
    assertThat(second.getHeader("ETag")).isEqualTo("\"2\"");
    assertThat(late.statusCode()).isEqualTo(412);
    assertThat(problem(late).getString("type"))
        .isEqualTo("urn:moneyprinter:problem:precondition-failed");
    assertThat(read.bodyAsJsonObject().getBoolean("value")).isFalse();
    assertThat(gateway.get("/v1/configs/video.watermark", "If-None-Match", "\"2\"").statusCode())
        .isEqualTo(304);
    assertThat(put("video.watermark", "1").statusCode()).isEqualTo(200);
  }

  @Test
  void aConditionMayNameSeveralVersionsOrWhicheverIsThere() {
    start();

    assertThat(put("a.b", "1", "If-Match", "*").statusCode()).as("none is there").isEqualTo(412);
    assertThat(put("a.b", "1").getHeader("ETag")).isEqualTo("\"1\"");
    assertThat(put("a.b", "2", "If-Match", "*").getHeader("ETag")).isEqualTo("\"2\"");
    assertThat(put("a.b", "3", "If-Match", "\"9\", \"2\"").getHeader("ETag")).isEqualTo("\"3\"");
    assertThat(put("a.b", "4", "If-Match", "\"1\", \"2\"").statusCode()).isEqualTo(412);
    assertThat(put("a.b", "4", "If-Match", "W/\"3\"").statusCode()).as("weak").isEqualTo(412);
    assertThat(gateway.get("/v1/configs/a.b").bodyAsJsonObject().getInteger("value")).isEqualTo(3);
  }

  @Test
  void settingsWithOddNamesOrValuesAreRefused() {
    start();

    assertThat(put("Video", "1").statusCode()).isEqualTo(400);
    assertThat(put("a..b", "1").statusCode()).isEqualTo(400);
    assertThat(put("a.b", "{\"x\":").statusCode()).isEqualTo(400);
    assertThat(put("a.b", "").statusCode()).isEqualTo(400);
    assertThat(put("a.b", "  ").statusCode()).isEqualTo(400);
    assertThat(put("a.b", "1 2").statusCode()).isEqualTo(400);
    assertThat(put("a.b", "1", "If-Match", "x").statusCode()).isEqualTo(412);
    assertThat(gateway.get("/v1/configs/none").statusCode()).isEqualTo(404);
  }

  @Test
  void healthIsToldInTheAgreedForm() {
    start();
    test.node().health().register("storage", "disk", Future::succeededFuture);

    JsonObject fine = gateway.get("/health").bodyAsJsonObject();
    assertThat(fine.getString("status")).isEqualTo("healthy");
    assertThat(fine.getString("version")).isEqualTo("test");
    assertThat(Instant.parse(fine.getString("timestamp"))).isBefore(Instant.now().plusSeconds(1));
    assertThat(fine.getJsonObject("checks").getString("storage.disk")).isEqualTo("ok");

    test.node().health().register("storage", "disk", () -> Future.failedFuture("disk full"));
    HttpResponse<Buffer> ill = gateway.get("/health");
    assertThat(ill.statusCode()).isEqualTo(503);
    assertThat(ill.bodyAsJsonObject().getString("status")).isEqualTo("degraded");
    assertThat(ill.bodyAsString()).contains("disk full");

    assertThat(gateway.get("/health/live").statusCode()).isEqualTo(200);
    assertThat(gateway.get("/health/ready").statusCode()).isEqualTo(503);
    test.node().health().ready(true);
    assertThat(gateway.get("/health/ready").bodyAsJsonObject().getString("status"))
        .isEqualTo("ready");
  }

  @Test
  void strangersAreNotToldWhyACheckFails() {
    gateway = RunningGateway.start(test.node(), AuthMode.REQUIRED);
    test.node().health().register("storage", "disk", () -> Future.failedFuture("db.internal:5432"));

    assertThat(gateway.get("/health").bodyAsString()).doesNotContain("db.internal");
  }

  @Test
  void aSaneCorrelationIdIsKeptAndAnyOtherReplaced() {
    start();
    String mine = "order-4711.retry:2";

    assertThat(gateway.get("/health", "X-Correlation-Id", mine).getHeader("X-Correlation-Id"))
        .isEqualTo(mine);
    for (String odd : List.of(".dot", "has space here", "x".repeat(129), "{\"a\":1}----")) {
      assertThat(gateway.get("/health", "X-Correlation-Id", odd).getHeader("X-Correlation-Id"))
          .hasSize(36);
    }
    answer(
        gateway
            .json(HttpMethod.POST, "/v1/videos")
            .putHeader("X-Correlation-Id", mine)
            .sendBuffer(Buffer.buffer(RunningGateway.SCRIPT)));
    assertThat(gateway.services.lastCall.correlationId()).isEqualTo(mine);
  }

  @Test
  void everyAnswerTellsBrowsersToBehave() {
    start();
    for (String path : List.of("/", "/health", "/nowhere", "/v1/videos")) {
      HttpResponse<Buffer> response = gateway.get(path);
      assertThat(response.getHeader("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
      assertThat(response.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(response.getHeader("Content-Security-Policy"))
          .contains("default-src 'none'")
          .contains("frame-ancestors 'none'")
          .doesNotContain("unsafe-inline");
    }
  }

  @Test
  void aRequestThatIsNeverAnsweredIsNotCountedAsASuccess() throws IOException {
    start();
    try (RawClient client = new RawClient(gateway.port())) {
      client.send(
          "POST /v1/videos HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Content-Length: 5000\r\n\r\n{");
    }

    Await.until("it is counted", Duration.ofSeconds(5), () -> counted("499"));
    assertThat(counted("200")).isFalse();
  }

  /** By whichever route: the caller may be gone before one is found. */
  private boolean counted(String status) {
    return test
        .node()
        .meters()
        .find("gateway.http.requests")
        .tags("method", "POST", "status", status)
        .timers()
        .stream()
        .anyMatch(timer -> timer.count() > 0);
  }

  @Test
  void requestsAreCountedByRouteAndNotByPath() {
    start();
    String id = gateway.createVideo();
    gateway.get("/v1/videos/" + id);
    gateway.get("/v1/videos/" + id);
    gateway.get("/nowhere/" + id);

    Await.until(
        "both requests are counted",
        Duration.ofSeconds(5),
        () ->
            test
                    .node()
                    .meters()
                    .find("gateway.http.requests")
                    .tags("route", "/v1/videos/:id", "method", "GET", "status", "200")
                    .timers()
                    .stream()
                    .mapToLong(t -> t.count())
                    .sum()
                == 2);
    assertThat(test.node().meters().getMeters())
        .noneMatch(m -> String.valueOf(m.getId()).contains(id));
  }

  @Test
  void everyPageIsTheStudioAndAllThatItsDocumentNamesIsThere() {
    start();
    HttpResponse<Buffer> page = gateway.get("/");

    assertThat(page.getHeader("Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(page.bodyAsString()).doesNotContain("<script>").doesNotContain("style=");
    assertThat(gateway.get("/videos/any/storyboard").bodyAsString()).contains("<mp-shell>");
    Pattern.compile("\"(/studio/[^\"]+\\.m?(?:js|css|svg))\"")
        .matcher(page.bodyAsString())
        .results()
        .map(m -> gateway.get(m.group(1)))
        .forEach(
            file -> {
              assertThat(file.statusCode()).isEqualTo(200);
              assertThat(file.getHeader("Cache-Control")).contains("immutable");
            });
    assertThat(page.headers().getAll("Vary")).contains("Accept-Language, Cookie");
    if (page.bodyAsString().contains("data-words")) { // bundled: one language
      assertThat(gateway.get("/", "Accept-Language", "fr, de;q=0.8").bodyAsString())
          .contains("<html lang=\"de\"");
      assertThat(gateway.get("/", "Cookie", "moneyprinter-language=zh").bodyAsString())
          .contains("<html lang=\"zh\"");
      assertThat(page.getHeader("Content-Security-Policy")).contains("script-src 'self';");
    }
    assertThat(gateway.get("/", "If-None-Match", page.getHeader("ETag")).statusCode())
        .isEqualTo(304);
  }

  @Test
  void nothingButFilesOfTheStudioIsServedBelowIt() {
    start();
    assertThat(gateway.get("/studio/x/core/router.js").getHeader("Content-Type"))
        .isEqualTo("text/javascript; charset=utf-8");
    assertThat(gateway.get("/studio/x/core/router.js").getHeader("Cache-Control"))
        .as("of another build")
        .isEqualTo("no-cache");
    for (String path :
        List.of(
            "core", "core/", "core/nothing.js", "lib/lit", "lib/none/index.js", "openapi.yaml")) {
      assertThat(gateway.get("/studio/x/" + path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(gateway.get("/studio/x/..%2fopenapi.yaml").statusCode()).isEqualTo(400);
  }

  private static GatewayConfig onPort(int port) {
    return TestConfig.with("http.port", Integer.toString(port), "http.drain", "1s");
  }

  private static ServerSocket anyPort() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @Test
  void aPortThatIsTakenIsNamedWithTheRemedy() throws IOException {
    try (ServerSocket other = anyPort()) {
      GatewayVerticle verticle = new GatewayVerticle(onPort(other.getLocalPort()), test.node());

      assertThat(failure(test.vertx().deployVerticle(verticle)))
          .hasMessageContaining("gateway.http.port");
    }
  }

  @Test
  void severalInstancesShareThePort() throws IOException {
    int port;
    try (ServerSocket free = anyPort()) {
      port = free.getLocalPort();
    }
    start();
    String id = gateway.createVideo();
    List<String> instances =
        Stream.of(1, 2)
            .map(
                i ->
                    answer(
                        test.vertx()
                            .deployVerticle(new GatewayVerticle(onPort(port), test.node()))))
            .toList();

    for (int i = 0; i < 8; i++) {
      EventReader reader = new EventReader(test.vertx()).open(port, "/v1/videos/" + id + "/events");
      reader.awaitIds(1);
      reader.leave();
    }
    answer(test.vertx().undeploy(instances.get(0)));
    assertThat(answer(gateway.client.get(port, "127.0.0.1", "/health/live").send()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void requestsInFlightAreAnsweredBeforeTheDoorCloses() {
    start();
    Promise<Job> slow = Promise.promise();
    Promise<Void> asked = Promise.promise();
    gateway.services.created =
        job -> {
          asked.complete();
          return slow.future().map(any -> job);
        };
    Future<HttpResponse<Buffer>> inFlight =
        gateway
            .json(HttpMethod.POST, "/v1/videos")
            .sendBuffer(Buffer.buffer(RunningGateway.SCRIPT));
    answer(asked.future());

    Future<Void> closing = test.vertx().undeploy(gateway.deployment);
    test.vertx().setTimer(300, now -> slow.complete(null));

    assertThat(answer(inFlight).statusCode()).isEqualTo(202);
    answer(closing);
    assertThat(gateway.request(HttpMethod.GET, "/health/live").send().map(false).otherwise(true))
        .satisfies(refused -> assertThat(answer(refused)).isTrue());
  }
}
