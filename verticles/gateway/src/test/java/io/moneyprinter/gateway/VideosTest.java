package io.moneyprinter.gateway;

import static io.moneyprinter.gateway.RunningGateway.problem;
import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobQuery;
import io.moneyprinter.codecs.orchestration.JobSort;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.ListJobs;
import io.moneyprinter.gateway.auth.AuthMode;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VideosTest {
  @RegisterExtension final TestNode test = TestNode.plain();
  private RunningGateway gateway;

  @BeforeEach
  void start() {
    gateway = RunningGateway.start(test.node(), AuthMode.LOCAL);
  }

  @Test
  void anOrderIsAcceptedWithEverythingNeededToFollowIt() {
    HttpResponse<Buffer> made = gateway.post("/v1/videos", RunningGateway.SCRIPT);

    assertThat(made.statusCode()).isEqualTo(202);
    JsonObject body = made.bodyAsJsonObject();
    String self = "/v1/videos/" + body.getString("id");
    assertThat(made.getHeader("Location")).isEqualTo(self);
    assertThat(body.getString("state")).isEqualTo("QUEUED");
    assertThat(body.getInteger("queuePosition")).isEqualTo(2);
    assertThat(body.getJsonObject("links").getMap())
        .containsEntry("self", self)
        .containsEntry("events", self + "/events")
        .containsEntry("cancel", self + "/cancel")
        .containsEntry("files", self + "/files");
    assertThat(made.getHeader("Idempotency-Replayed")).isNull();
    assertThat(gateway.services.lastCall.tenant()).isEqualTo("local");
    assertThat(gateway.services.lastCall.subject()).isEqualTo("owner");
  }

  @Test
  void whatWasLookedAtForItsScenesIsTold() {
    String id =
        gateway.post("/v1/videos", RunningGateway.SCRIPT).bodyAsJsonObject().getString("id");

    JsonObject scene =
        gateway
            .get("/v1/videos/" + id + "/candidates")
            .bodyAsJsonObject()
            .getJsonArray("scenes")
            .getJsonObject(0);

    assertThat(scene.getInteger("scene")).isEqualTo(2);
    JsonObject best = scene.getJsonArray("candidates").getJsonObject(0);
    assertThat(best.getString("key")).isEqualTo("pexels:1");
    assertThat(best.getJsonObject("candidate").getString("author")).isEqualTo("Ada");
    assertThat(
            gateway.get("/v1/videos/00000000-0000-4000-8000-000000000000/candidates").statusCode())
        .isEqualTo(404);
    assertThat(
            gateway
                .post(
                    "/v1/videos", "{\"script\":\"Sea.\",\"materials\":{\"picks\":{\"0\":\"sea\"}}}")
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void theSameIdempotencyKeyAnswersWithTheSameVideo() {
    HttpResponse<Buffer> first = order("k-1", RunningGateway.SCRIPT);
    HttpResponse<Buffer> again = order("k-1", RunningGateway.SCRIPT);
    HttpResponse<Buffer> other = order("k-1", "{\"script\":\"Something else.\"}");

    assertThat(again.statusCode()).isEqualTo(202);
    assertThat(again.getHeader("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.bodyAsJsonObject().getString("id"))
        .isEqualTo(first.bodyAsJsonObject().getString("id"));
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(problem(other).getString("type")).isEqualTo("urn:moneyprinter:problem:conflict");
    assertThat(order("has space", RunningGateway.SCRIPT).statusCode()).isEqualTo(400);
  }

  private HttpResponse<Buffer> order(String key, String body) {
    return answer(
        gateway
            .json(HttpMethod.POST, "/v1/videos")
            .putHeader("Idempotency-Key", key)
            .sendBuffer(Buffer.buffer(body)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"script\":\"a\",\"scrpt\":1}                     | /scrpt               | scrpt",
        "{\"script\":\"a\",\"captions\":{\"sise\":3}}       | /captions/sise       | known are",
        "{\"scenes\":[{\"narration\":\"a\"},{\"x\":1}]}     | /scenes/1/x          | narration",
        "{\"script\":\"a\",\"materials\":{\"folder\":\"/\"}} | /materials/folder    | collection",
        "{\"script\":\"a\",\"captions\":{\"mode\":\"loud\"}} | /captions/mode      | karaoke",
        "{\"script\":\"a\",\"canvas\":{\"width\":3,\"height\":128,\"fps\":30}} | /canvas | even",
        "{\"script\":\"a\",\"seed\":\"many\"}               | /seed                | whole number",
        "{\"script\":\"a\",\"rate\":9}                      | /rate                | 0.5 to 2.0",
        "{\"script\":\"a\",\"topic\":\"b\"}                 | ''                   | only one",
        "{\"script\":\"a\",\"script\":\"b\"}                | ''                   | Duplicate",
        "{\"script\":\"a\"} {}                              | ''                   | follows",
        "[1]                                                | ''                   | an object",
        "{\"script\":\"a\",\"metadata\":{\"b\":null}}     | ''                   | null",
        "{\"script\":\"a\",\"title\":\"x\\u0000y\"}       | /title               | U+0000",
        "{\"scenes\":[{\"narration\":\"\\ud800\"}]}      | /scenes/0/narration  | U+D800",
        "null                                               | ''                   | an object",
        "{\"script\":                                       | ''                   | line 1"
      })
  void aBriefThatIsNotUnderstoodIsRefusedWithThePlace(
      String body, String pointer, String inMessage) {
    HttpResponse<Buffer> refused = gateway.post("/v1/videos", body);

    assertThat(refused.statusCode()).isEqualTo(400);
    JsonObject problem = problem(refused);
    assertThat(problem.getString("type")).isEqualTo("urn:moneyprinter:problem:invalid");
    assertThat(problem.getInteger("status")).isEqualTo(400);
    assertThat(problem.getString("correlationId")).isEqualTo(refused.getHeader("X-Correlation-Id"));
    JsonObject violation = problem.getJsonArray("violations").getJsonObject(0);
    assertThat(violation.getString("pointer")).isEqualTo(pointer);
    assertThat(violation.getString("message"))
        .contains(inMessage)
        .doesNotContain("io.moneyprinter");
    assertThat(gateway.services.jobs).isEmpty();
  }

  @Test
  void allThatIsWrongWithABriefIsToldAtOnce() {
    HttpResponse<Buffer> refused =
        gateway.post("/v1/videos", "{\"script\":\" \",\"rate\":9,\"language\":\"!\"}");

    assertThat(problem(refused).getJsonArray("violations")).hasSize(3);
  }

  @Test
  void bodiesOfAnotherTypeOrTooLargeAreRefused() {
    HttpResponse<Buffer> empty = gateway.post("/v1/videos", "");
    assertThat(empty.statusCode()).isEqualTo(400);

    HttpResponse<Buffer> large =
        gateway.post("/v1/videos", "{\"script\":\"" + "a".repeat(300 * 1024) + "\"}");
    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(problem(large).getString("type")).isEqualTo("urn:moneyprinter:problem:too-large");
  }

  @Test
  void aVideoIsToldWithItsStepsAndOnlyOnceWhenNothingChanged() {
    String id = gateway.createVideo();

    HttpResponse<Buffer> first = gateway.get("/v1/videos/" + id);
    HttpResponse<Buffer> same =
        gateway.get("/v1/videos/" + id, "If-None-Match", first.getHeader("ETag"));
    Job job = gateway.services.jobs.get(id);
    gateway.services.with(job, JobState.RUNNING, 0.5, null, null);
    HttpResponse<Buffer> changed =
        gateway.get("/v1/videos/" + id, "If-None-Match", first.getHeader("ETag"));

    assertThat(first.bodyAsJsonObject().getJsonObject("brief").getString("script"))
        .isEqualTo("Coffee wakes the world.");
    assertThat(first.bodyAsJsonObject().containsKey("tenant")).isFalse();
    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(same.body()).isNull();
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(changed.bodyAsJsonObject().getDouble("progress")).isEqualTo(0.5);
  }

  @Test
  void aCompletedVideoLinksItsFiles() {
    Job job = gateway.completedVideo(new byte[] {1, 2, 3});

    JsonObject result =
        gateway.get("/v1/videos/" + job.id()).bodyAsJsonObject().getJsonObject("result");

    assertThat(result.getString("title")).isEqualTo("Kaffee: die Reise ☕");
    JsonObject video = result.getJsonArray("files").getJsonObject(0);
    assertThat(video.getString("href")).isEqualTo("/v1/videos/" + job.id() + "/files/video.mp4");
    assertThat(video.getLong("size")).isEqualTo(3);
    assertThat(
            gateway
                .get("/v1/videos/" + job.id() + "/files")
                .bodyAsJsonObject()
                .getJsonArray("files"))
        .isEqualTo(result.getJsonArray("files"));
  }

  @Test
  void aSearchTravelsWholeAndOnToTheNextPage() {
    gateway.createVideo();
    gateway.createVideo();
    String batch = UUID.randomUUID().toString();
    String filters =
        "&state=queued&q=caf%C3%A9+sea&since=2026-01-31&language=pt&template=a%26b&batch="
            + batch
            + "&deleted=true&sort=title";
    String next = gateway.get("/v1/videos?limit=1" + filters).bodyAsJsonObject().getString("next");
    assertThat(next).endsWith(filters);
    assertThat(gateway.get(next).statusCode()).isEqualTo(200);
    ListJobs asked = (ListJobs) gateway.services.command;
    assertThat(asked.state()).isEqualTo(JobState.QUEUED);
    assertThat(asked.query())
        .isEqualTo(
            new JobQuery(
                "café sea",
                Instant.parse("2026-01-31T00:00:00Z"),
                null,
                "pt",
                "a&b",
                batch,
                true,
                JobSort.TITLE));
    for (String wrong : List.of("sort=x", "batch=1", "since=now", "q=" + "a".repeat(201))) {
      assertThat(gateway.get("/v1/videos?" + wrong).statusCode()).isEqualTo(400);
    }
  }

  @Test
  void aVideoIsDeletedAndRestored() {
    String path = "/v1/videos/" + gateway.createVideo();
    HttpResponse<Buffer> deleted = answer(gateway.json(HttpMethod.DELETE, path).send());
    assertThat(deleted.bodyAsString()).contains("\"deletedAt\":");
    assertThat(gateway.get(path).bodyAsJsonObject().containsKey("deletedAt")).isTrue();
    JsonObject restored = gateway.post(path + "/restore", "").bodyAsJsonObject();
    assertThat(restored.containsKey("deletedAt")).isFalse();
  }

  @Test
  void videosAreListedNewestFirstPageByPage() {
    for (int i = 0; i < 5; i++) {
      gateway.createVideo();
    }
    HttpResponse<Buffer> page = gateway.get("/v1/videos?limit=3");
    String next = page.bodyAsJsonObject().getString("next");
    JsonObject rest = gateway.get(next).bodyAsJsonObject();

    assertThat(page.bodyAsJsonObject().getJsonArray("videos")).hasSize(3);
    assertThat(rest.getJsonArray("videos")).hasSize(2);
    assertThat(rest.containsKey("next")).isFalse();
    assertThat(page.bodyAsJsonObject().getJsonArray("videos").getJsonObject(0).getString("title"))
        .isEqualTo("Coffee wakes the world.");
    JsonArray none =
        gateway.get("/v1/videos?state=completed").bodyAsJsonObject().getJsonArray("videos");
    assertThat(none).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=101", "limit=x", "after=../../etc", "state=lost"})
  void aWrongQueryIsRefusedByName(String query) {
    HttpResponse<Buffer> refused = gateway.get("/v1/videos?" + query);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(problem(refused).getJsonArray("violations").getJsonObject(0).getString("pointer"))
        .isEqualTo("/" + query.split("=")[0]);
  }

  @Test
  void aVideoCanBeCalledOffAndTakenUpAgain() {
    String id = gateway.createVideo();

    assertThat(
            gateway.post("/v1/videos/" + id + "/cancel", "").bodyAsJsonObject().getString("state"))
        .isEqualTo("CANCELLED");
    assertThat(
            gateway.post("/v1/videos/" + id + "/resume", "").bodyAsJsonObject().getString("state"))
        .isEqualTo("RUNNING");
  }

  @Test
  void whatIsNotThereIsNotFoundInWhateverForm() {
    assertThat(gateway.get("/v1/videos/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    assertThat(gateway.get("/v1/videos/..%2f..%2fetc").statusCode()).isEqualTo(400);
    assertThat(gateway.get("/v1/videos/1").statusCode()).isEqualTo(404);
    HttpResponse<Buffer> nowhere = gateway.get("/nowhere");
    assertThat(nowhere.statusCode()).isEqualTo(404);
    assertThat(problem(nowhere).getString("type")).isEqualTo("urn:moneyprinter:problem:not-found");
  }

  @Test
  void anotherMethodIsRefusedWithThoseThatWork() {
    HttpResponse<Buffer> refused = answer(gateway.json(HttpMethod.DELETE, "/v1/videos").send());

    assertThat(refused.statusCode()).isEqualTo(405);
    assertThat(refused.getHeader("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
    assertThat(problem(refused).getString("type"))
        .isEqualTo("urn:moneyprinter:problem:method-not-allowed");
  }

  @Test
  void failuresOfServicesBecomeProblemsWithTheirStatus() {
    fail(new ServiceFailure(FailureCode.QUOTA, "Ten videos a day"));
    HttpResponse<Buffer> quota = gateway.post("/v1/videos", RunningGateway.SCRIPT);
    assertThat(quota.statusCode()).isEqualTo(429);
    assertThat(quota.getHeader("Retry-After")).isEqualTo("60");

    fail(ServiceFailure.unavailable("The database rests"));
    HttpResponse<Buffer> down = gateway.post("/v1/videos", RunningGateway.SCRIPT);
    assertThat(down.statusCode()).isEqualTo(503);
    assertThat(down.getHeader("Retry-After")).isNotNull();
    assertThat(problem(down).getString("detail")).isEqualTo("The database rests");

    fail(new IllegalStateException("secret of the house"));
    HttpResponse<Buffer> broken = gateway.post("/v1/videos", RunningGateway.SCRIPT);
    assertThat(broken.statusCode()).isEqualTo(500);
    assertThat(problem(broken).getString("type")).isEqualTo("urn:moneyprinter:problem:internal");
  }

  private void fail(Throwable cause) {
    gateway.services.created = job -> Future.failedFuture(cause);
  }
}
