package io.moneyprinter.gateway;

import static io.moneyprinter.gateway.RunningGateway.problem;
import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.content.ContentMessages;
import io.moneyprinter.codecs.content.Writers;
import io.moneyprinter.codecs.orchestration.CostEstimate;
import io.moneyprinter.codecs.orchestration.CostMessages;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.orchestration.TimeEstimate;
import io.moneyprinter.codecs.orchestration.TimeEstimate.Span;
import io.moneyprinter.gateway.auth.AuthMode;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What holds for all routes alike: that it works, and that the description says so. */
class ConventionsTest {
  private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  @RegisterExtension final TestNode test = TestNode.plain();
  private RunningGateway gateway;
  private JsonObject document;

  @BeforeEach
  void start() {
    gateway = RunningGateway.start(test.node(), AuthMode.LOCAL);
    document = gateway.get("/v1/openapi.json").bodyAsJsonObject();
  }

  @AfterEach
  void stop() {
    answer(test.vertx().undeploy(gateway.deployment));
  }

  private JsonObject operation(String method, String path) {
    return document.getJsonObject("paths").getJsonObject(path).getJsonObject(method);
  }

  /** The parameters of an operation, references followed. */
  private Stream<JsonObject> parameters(String method, String path) {
    return operation(method, path).getJsonArray("parameters").stream()
        .map(JsonObject.class::cast)
        .map(
            parameter ->
                parameter.containsKey("$ref")
                    ? document
                        .getJsonObject("components")
                        .getJsonObject("parameters")
                        .getJsonObject(parameter.getString("$ref").replaceAll(".*/", ""))
                    : parameter);
  }

  private List<String> names(String method, String path) {
    return parameters(method, path).map(p -> p.getString("name")).toList();
  }

  private Future<HttpResponse<Buffer>> order(String header, String value) {
    return gateway
        .json(HttpMethod.POST, "/v1/videos")
        .putHeader(header, value)
        .sendBuffer(Buffer.buffer(RunningGateway.SCRIPT));
  }

  private Job onlyJob() {
    Await.until("it is ordered", Duration.ofSeconds(5), () -> !gateway.services.jobs.isEmpty());
    return gateway.services.jobs.values().iterator().next();
  }

  @Test
  void everyPathTellsWhatItTakes() {
    HttpResponse<Buffer> told =
        answer(gateway.request(HttpMethod.OPTIONS, "/v1/videos/" + UUID.randomUUID()).send());

    assertThat(told.statusCode()).isEqualTo(204);
    assertThat(told.getHeader("Allow")).isEqualTo("DELETE, GET, HEAD, OPTIONS");
    assertThat(answer(gateway.request(HttpMethod.OPTIONS, "/v1/none").send()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void whoWouldRatherWaitIsAnsweredAtTheEnd() {
    Future<HttpResponse<Buffer>> waiting = order("Prefer", "respond-async, wait=30");
    Job job = onlyJob();
    Future<HttpResponse<Buffer>> reading =
        gateway
            .request(HttpMethod.GET, "/v1/videos/" + job.id())
            .putHeader("Prefer", "wait=30")
            .send();
    assertThat(waiting.isComplete()).isFalse();
    gateway.services.with(job, JobState.COMPLETED, 1, null, null);
    gateway.services.emit(job.id(), JobEvent.Type.JOB_COMPLETED, null, "Done");

    HttpResponse<Buffer> done = answer(waiting);
    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(done.getHeader("Preference-Applied")).isEqualTo("wait=30");
    assertThat(done.getHeader("Content-Location")).isEqualTo("/v1/videos/" + job.id());
    assertThat(done.bodyAsJsonObject().getString("state")).isEqualTo("COMPLETED");
    assertThat(answer(reading).bodyAsJsonObject().getString("state")).isEqualTo("COMPLETED");
    assertThat(names("post", "/v1/videos")).contains("Prefer");
    assertThat(names("get", "/v1/videos/{id}")).contains("Prefer");
  }

  @Test
  void whoWaitsTooShortlyIsTold202WithThePlaceInTheQueue() {
    HttpResponse<Buffer> early = answer(order("Prefer", "wait=1"));

    assertThat(early.statusCode()).isEqualTo(202);
    assertThat(early.getHeader("Preference-Applied")).isEqualTo("wait=1");
    assertThat(early.bodyAsJsonObject().getInteger("queuePosition")).isEqualTo(2);
    assertThat(answer(order("Prefer", "wait=soon")).getHeader("Preference-Applied")).isNull();
    assertThat(
            document
                .getJsonObject("components")
                .getJsonObject("schemas")
                .getJsonObject("AcceptedVideo")
                .getJsonArray("required"))
        .contains("queuePosition", "links");
  }

  @Test
  void aDryRunOrdersNothingAndWarns() {
    CostMessages.ESTIMATE.serve(
        test.vertx().eventBus(),
        q -> Future.succeededFuture(new CostEstimate(5, 8, List.of(), "1", "The cap is reached")));
    OrchestrationMessages.ESTIMATE_TIME.serve(
        test.vertx().eventBus(),
        q ->
            Future.succeededFuture(
                new TimeEstimate(new Span(6, 8, 10), new Span(9, 12, 20), 0, 0, 1, 3, List.of())));

    HttpResponse<Buffer> looked =
        gateway.post(
            "/v1/videos?dryRun=true", "{\"script\":\"Coffee.\",\"voice\":\"nobody:knows\"}");

    assertThat(looked.statusCode()).isEqualTo(200);
    JsonObject view = looked.bodyAsJsonObject();
    assertThat(
            view.getJsonArray("warnings").stream().map(w -> ((JsonObject) w).getString("pointer")))
        .containsExactlyInAnyOrder("/voice", "/budget");
    assertThat(view.getJsonObject("brief").getString("script")).isEqualTo("Coffee.");
    assertThat(view.getJsonObject("estimate").getDouble("videoSeconds")).isEqualTo(8);
    assertThat(view.getJsonObject("time").getJsonObject("making").getDouble("high")).isEqualTo(20);
    ContentMessages.WRITERS.serve(
        test.vertx().eventBus(),
        q -> Future.succeededFuture(new Writers(List.of(), "Set up a language model")));
    assertThat(gateway.post("/v1/videos?dryRun=true", "{\"topic\":\"Coffee\"}").bodyAsString())
        .contains("{\"pointer\":\"/topic\",\"message\":\"Set up a language model\"}");
    assertThat(gateway.services.jobs).isEmpty();
    assertThat(gateway.post("/v1/videos?dryRun=true", "{}").statusCode()).isEqualTo(400);
    assertThat(gateway.post("/v1/videos?dryRun=maybe", "{}").statusCode()).isEqualTo(400);
    assertThat(names("post", "/v1/videos")).contains("dryRun");
    assertThat(
            document
                .getJsonObject("components")
                .getJsonObject("schemas")
                .getJsonObject("DryRun")
                .getJsonObject("properties")
                .fieldNames())
        .containsExactlyInAnyOrderElementsOf(view.fieldNames());
  }

  @Test
  void aDryRunIsRefusedWhereItWouldBeDoneInEarnest() {
    String id = gateway.createVideo();

    for (String path : List.of("/v1/videos/" + id + "/cancel", "/v1/videos/" + id + "/rerun")) {
      HttpResponse<Buffer> refused = gateway.post(path + "?dryRun=true", "{}");
      assertThat(refused.statusCode()).as(path).isEqualTo(400);
      assertThat(RunningGateway.problem(refused).getString("detail")).contains("dryRun");
    }

    HttpResponse<Buffer> misspelt = gateway.post("/v1/videos?dry_run=true", "{\"topic\":\"Tea\"}");
    assertThat(misspelt.statusCode()).isEqualTo(400);
    assertThat(RunningGateway.problem(misspelt).getString("detail"))
        .isEqualTo("dry_run is not known: write dryRun");

    assertThat(gateway.services.jobs).hasSize(1);
    assertThat(gateway.services.jobs.get(id).state()).isEqualTo(JobState.QUEUED);
    assertThat(gateway.post("/v1/videos/" + id + "/cancel?dryRun=false", "{}").statusCode())
        .isEqualTo(200);
  }

  @Test
  void whatAnAddressDoesNotTakeIsRefusedByName() {
    for (String path : document.getJsonObject("paths").fieldNames()) {
      JsonObject get = document.getJsonObject("paths").getJsonObject(path).getJsonObject("get");
      if (get == null || !path.startsWith("/v1/") || get.getBoolean("x-other-parameters", false)) {
        continue;
      }
      String address = path.replaceAll("\\{\\w+}", "0b5d4b5e-7d0c-4f55-9a3c-3c7a3f3f2b11");

      HttpResponse<Buffer> refused = gateway.get(address + "?neverHeardOf=1");

      assertThat(refused.statusCode()).as(path).isEqualTo(400);
      assertThat(problem(refused).getString("detail"))
          .as(path)
          .startsWith("neverHeardOf is not known: ");
    }
    assertThat(problem(gateway.get("/v1/voices?Language=de")).getString("detail"))
        .isEqualTo("Language is not known: write language");
    assertThat(problem(gateway.get("/v1/videos?limit=1&limit=2")).getString("detail"))
        .isEqualTo("limit may come once only: leave the others out");
    assertThat(gateway.get("/v1/materials?tag=sea&tag=sky").statusCode())
        .as("taken, though nobody serves it here")
        .isEqualTo(503);
  }

  @Test
  void aBodyThatIsNoJsonIsRefusedInPlainWords() {
    assertThat(problem(gateway.post("/v1/videos", "{\"topic\": \"Tea\"")).getString("detail"))
        .startsWith("The body is no JSON (line 1, column ")
        .endsWith("expected close marker for Object that begins in line 1, column 1");
    assertThat(problem(gateway.post("/v1/videos", "[".repeat(5000))).getString("detail"))
        .endsWith("nesting depth (1001) exceeds the maximum allowed (1000)");
  }

  @Test
  void aCallersOwnCorrelationIdIsKept() {
    for (String own : List.of("7", "my-id-1", "a".repeat(128))) {
      assertThat(gateway.get("/v1/voices", "X-Correlation-Id", own).getHeader("X-Correlation-Id"))
          .isEqualTo(own);
    }
    assertThat(
            gateway
                .get("/v1/voices", "X-Correlation-Id", "a".repeat(129))
                .getHeader("X-Correlation-Id"))
        .hasSize(36);
  }

  @Test
  void theTraceIsGoneOnWithAndTold() {
    HttpResponse<Buffer> going = gateway.get("/v1/voices", "traceparent", PARENT);
    HttpResponse<Buffer> fresh = gateway.get("/v1/voices", "traceparent", "00-0-0-zz");
    HttpResponse<Buffer> refused = gateway.get("/v1/videos/none", "traceparent", PARENT);

    assertThat(going.getHeader("traceparent"))
        .startsWith(PARENT.substring(0, 36))
        .endsWith("-01")
        .isNotEqualTo(PARENT);
    assertThat(fresh.getHeader("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
    assertThat(problem(refused).getString("traceId")).isEqualTo(PARENT.substring(3, 35));
    assertThat(names("post", "/v1/videos")).contains("traceparent", "X-Correlation-Id");
  }

  @Test
  void cursorsAreOpaqueAndOfOneListOnly() {
    gateway.createVideo();
    gateway.createVideo();
    JsonObject first = gateway.get("/v1/videos?limit=1").bodyAsJsonObject();
    JsonArray second =
        gateway.get(first.getString("next")).bodyAsJsonObject().getJsonArray("videos");
    String last = first.getJsonArray("videos").getJsonObject(0).getString("id");

    assertThat(first.getString("next")).contains("cursor=").doesNotContain(last);
    assertThat(second).hasSize(1);
    assertThat(second.getJsonObject(0).getString("id")).isNotEqualTo(last);
    String cursor = first.getString("next").replaceAll(".*cursor=", "");
    assertThat(gateway.get("/v1/videos?cursor=" + cursor.substring(1)).statusCode()).isEqualTo(400);
    assertThat(gateway.get("/v1/videos?cursor=***").statusCode()).isEqualTo(400);
    assertThat(gateway.get("/v1/batches?cursor=" + cursor).statusCode()).isEqualTo(400);
    for (String list :
        List.of(
            "/v1/videos",
            "/v1/batches",
            "/v1/batches/{id}/rows",
            "/v1/schedules",
            "/v1/materials")) {
      assertThat(names("get", list)).as(list).contains("cursor");
    }
  }

  @Test
  void whatIsDeprecatedSaysSo() {
    String id = gateway.createVideo();

    HttpResponse<Buffer> old = gateway.get("/v1/videos?after=" + id);

    assertThat(old.getHeader("Deprecation")).isEqualTo("@1795305600");
    assertThat(old.getHeader("Sunset")).isEqualTo("Fri, 31 Dec 2027 00:00:00 GMT");
    assertThat(old.getHeader("Link")).contains("rel=\"deprecation\"");
    assertThat(gateway.get("/v1/videos").getHeader("Deprecation")).isNull();
    assertThat(parameters("get", "/v1/videos").filter(p -> p.getString("name").equals("after")))
        .singleElement()
        .satisfies(p -> assertThat(p.getBoolean("deprecated")).isTrue());
  }

  @Test
  void notesOfTheCallerAreGivenBack() {
    HttpResponse<Buffer> made =
        gateway.post("/v1/videos", "{\"script\":\"Coffee.\",\"metadata\":{\"order\":\"17\"}}");
    String id = made.bodyAsJsonObject().getString("id");
    JsonObject notes = new JsonObject().put("order", "17");

    assertThat(made.bodyAsJsonObject().getJsonObject("metadata")).isEqualTo(notes);
    assertThat(
            gateway
                .get("/v1/videos/" + id)
                .bodyAsJsonObject()
                .getJsonObject("brief")
                .getJsonObject("metadata"))
        .isEqualTo(notes);
    assertThat(
            gateway
                .get("/v1/videos")
                .bodyAsJsonObject()
                .getJsonArray("videos")
                .getJsonObject(0)
                .getJsonObject("metadata"))
        .isEqualTo(notes);
  }

  @Test
  void whatMayBeSwitchedIsListedAsItIs() {
    gateway.put("/v1/configs/flags.share-links", "{\"on\":false,\"except\":[\"acme\"]}");

    String flags = gateway.get("/v1/admin/flags").bodyAsString();

    assertThat(flags)
        .contains("\"name\":\"new-videos\",\"key\":\"flags.new-videos\"")
        .contains("\"on\":false,\"except\":[\"acme\"],\"version\":1");
  }

  @Test
  void settingsAreWrittenUnderACondition() {
    assertThat(gateway.put("/v1/configs/a.b", "1").getHeader("ETag")).isEqualTo("\"1\"");
    HttpResponse<Buffer> late =
        answer(
            gateway
                .json(HttpMethod.PUT, "/v1/configs/a.b")
                .putHeader("If-Match", "\"7\"")
                .sendBuffer(Buffer.buffer("2")));

    assertThat(late.statusCode()).isEqualTo(412);
    assertThat(names("put", "/v1/configs/{key}")).contains("If-Match");
    assertThat(operation("put", "/v1/configs/{key}").getJsonObject("responses").fieldNames())
        .contains("412");
  }

  @Test
  void everyOperationSaysHowTooManyRequestsAreAnswered() {
    document
        .getJsonObject("paths")
        .forEach(
            path ->
                ((JsonObject) path.getValue())
                    .stream()
                        .filter(entry -> entry.getValue() instanceof JsonObject)
                        .filter(entry -> path.getKey().startsWith("/v1/"))
                        .forEach(
                            entry ->
                                assertThat(
                                        ((JsonObject) entry.getValue())
                                            .getJsonObject("responses")
                                            .fieldNames())
                                    .as(entry.getKey() + " " + path.getKey())
                                    .contains("429")));
  }
}
