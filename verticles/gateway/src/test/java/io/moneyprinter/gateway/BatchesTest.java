package io.moneyprinter.gateway;

import static io.moneyprinter.gateway.RunningGateway.problem;
import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.batch.Batch;
import io.moneyprinter.codecs.batch.BatchFormat;
import io.moneyprinter.codecs.batch.BatchList;
import io.moneyprinter.codecs.batch.BatchMessages;
import io.moneyprinter.codecs.batch.BatchRow;
import io.moneyprinter.codecs.batch.BatchState;
import io.moneyprinter.codecs.batch.CancelBatch;
import io.moneyprinter.codecs.batch.CreateBatch;
import io.moneyprinter.codecs.batch.GetBatch;
import io.moneyprinter.codecs.batch.ListBatches;
import io.moneyprinter.codecs.batch.ListRows;
import io.moneyprinter.codecs.batch.OnInvalid;
import io.moneyprinter.codecs.batch.PauseBatch;
import io.moneyprinter.codecs.batch.ResumeBatch;
import io.moneyprinter.codecs.batch.RetryBatch;
import io.moneyprinter.codecs.batch.RowCounts;
import io.moneyprinter.codecs.batch.RowList;
import io.moneyprinter.codecs.batch.RowState;
import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.orchestration.Priority;
import io.moneyprinter.gateway.auth.AuthMode;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Batches, as they travel from HTTP to the orchestration. */
class BatchesTest {
  private static final String ID = UUID.randomUUID().toString();
  private static final String JOB = UUID.randomUUID().toString();

  @RegisterExtension final TestNode test = TestNode.plain();
  private RunningGateway gateway;
  private volatile Record asked;
  private MessageConsumer<Object> rows;
  private MessageConsumer<Object> get;

  @BeforeEach
  void start() {
    gateway = RunningGateway.start(test.node(), AuthMode.LOCAL);
    serve(BatchMessages.CREATE, batch(false));
    get = serve(BatchMessages.GET, batch(false));
    serve(BatchMessages.LIST, new BatchList(List.of(batch(false)), true));
    serve(BatchMessages.PAUSE, batch(false));
    serve(BatchMessages.RESUME, batch(false));
    serve(BatchMessages.CANCEL, batch(false));
    serve(BatchMessages.RETRY, batch(false));
    BatchRow row =
        new BatchRow(7, 4, 9, "{\"voice\":\"b\"}", "Tea", RowState.RUNNING, JOB, 0.5, null);
    rows = serve(BatchMessages.ROWS, new RowList(List.of(row), true));
  }

  private <Q extends Record, R extends Record> MessageConsumer<Object> serve(
      Endpoint<Q, R> endpoint, R answer) {
    return endpoint.serve(
        test.vertx().eventBus(),
        wish -> {
          asked = wish;
          return Future.succeededFuture(answer);
        });
  }

  private static Batch batch(boolean replayed) {
    return new Batch(
        ID,
        "local",
        "Tea",
        BatchState.RUNNING,
        9,
        new RowCounts(5, 0, 1, 0, 3, 0, 0, 0),
        0.4,
        Priority.LOW,
        4,
        null,
        Instant.EPOCH,
        null,
        replayed);
  }

  private HttpResponse<Buffer> send(String type, String query, Buffer body) {
    return answer(
        gateway
            .request(HttpMethod.POST, "/v1/batches" + query)
            .putHeader("Content-Type", type)
            .putHeader("Idempotency-Key", "k")
            .sendBuffer(body));
  }

  @Test
  void aBatchIsAcceptedInEachOfItsForms() {
    HttpResponse<Buffer> made =
        send("text/csv; charset=utf-8", "", Buffer.buffer("script\nDie Wörter.\n"));
    assertThat(made.statusCode()).isEqualTo(202);
    assertThat(made.getHeader("Location")).isEqualTo("/v1/batches/" + ID);
    CreateBatch order = (CreateBatch) asked;
    assertThat(order.format()).isEqualTo(BatchFormat.CSV);
    assertThat(order.content()).isEqualTo("script\nDie Wörter.\n");
    assertThat(order.idempotencyKey()).isEqualTo("k");
    JsonObject view = made.bodyAsJsonObject();
    assertThat(view.getJsonObject("counts").getInteger("waiting")).isEqualTo(5);
    assertThat(view.getJsonObject("links").getString("rows"))
        .isEqualTo("/v1/batches/" + ID + "/rows");

    send(
        "application/x-ndjson",
        "?name=Tea&onInvalid=skip&priority=normal&openJobs=9&variants=%7B%7D&base=%7B%7D",
        Buffer.buffer("{}"));
    order = (CreateBatch) asked;
    assertThat(order.format()).isEqualTo(BatchFormat.NDJSON);
    assertThat(order.options().onInvalid()).isEqualTo(OnInvalid.SKIP);
    assertThat(order.options().priority()).isEqualTo(Priority.NORMAL);
    assertThat(order.options().openJobs()).isEqualTo(9);
    assertThat(order.options().variants()).isEqualTo("{}");
    assertThat(order.options().base()).isEqualTo("{}");

    // Larger than what may be sent to other routes.
    String many = "[" + "{\"script\": \"Coffee.\"},".repeat(20_000) + "{}]";
    assertThat(send("application/json", "", Buffer.buffer(many)).statusCode()).isEqualTo(202);
    assertThat(((CreateBatch) asked).content()).isEqualTo(many);
  }

  @Test
  void whatIsNoBatchIsRefused() {
    asked = null;
    assertThat(send("text/plain", "", Buffer.buffer("a")).statusCode()).isEqualTo(403);
    HttpResponse<Buffer> broken =
        send("text/csv", "", Buffer.buffer(new byte[] {'a', (byte) 0xC3, 'b'}));
    assertThat(broken.statusCode()).isEqualTo(400);
    assertThat(problem(broken).getString("detail")).contains("UTF-8");
    assertThat(send("text/csv", "?openJobs=0", Buffer.buffer("a")).statusCode()).isEqualTo(400);
    assertThat(send("text/csv", "", Buffer.buffer("a".repeat((1 << 20) + 1))).statusCode())
        .isEqualTo(413);
    assertThat(asked).isNull();
  }

  @Test
  void faultsAreToldByRow() {
    gateway = RunningGateway.start(test.node(), AuthMode.LOCAL);
    BatchMessages.CREATE.serve(
        test.vertx().eventBus(),
        wish -> Future.failedFuture(ServiceFailure.invalid("/rows/3/rate", "Row 4: too fast")));
    HttpResponse<Buffer> refused = send("text/csv", "", Buffer.buffer("a"));
    // The bus takes the two that serve this address in turn.
    while (refused.statusCode() == 202) {
      refused = send("text/csv", "", Buffer.buffer("a"));
    }
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(problem(refused).getJsonArray("violations").getJsonObject(0).getString("pointer"))
        .isEqualTo("/rows/3/rate");
  }

  @Test
  void batchesAndTheirRowsAreShownPageByPage() {
    JsonObject page = gateway.get("/v1/batches?limit=1").bodyAsJsonObject();
    assertThat(asked).isEqualTo(new ListBatches(null, 1));
    gateway.get(page.getString("next"));
    assertThat(asked).isEqualTo(new ListBatches(ID, 1));
    assertThat(page.getJsonArray("batches").getJsonObject(0).getString("id")).isEqualTo(ID);

    assertThat(gateway.get("/v1/batches/" + ID).bodyAsJsonObject().getString("name"))
        .isEqualTo("Tea");
    assertThat(asked).isEqualTo(new GetBatch(ID));
    assertThat(gateway.get("/v1/batches/x").statusCode()).isEqualTo(404);

    JsonObject rows =
        gateway.get("/v1/batches/" + ID + "/rows?after=6&state=running").bodyAsJsonObject();
    assertThat(asked).isEqualTo(new ListRows(ID, 6, 100, RowState.RUNNING));
    gateway.get(rows.getString("next"));
    assertThat(asked).isEqualTo(new ListRows(ID, 7, 100, RowState.RUNNING));
    JsonObject row = rows.getJsonArray("rows").getJsonObject(0);
    assertThat(row.getJsonObject("variant").getString("voice")).isEqualTo("b");
    assertThat(row.getString("video")).isEqualTo(JOB);
    assertThat(row.getJsonObject("links").getString("files"))
        .isEqualTo("/v1/videos/" + JOB + "/files");
  }

  @Test
  void commandsReachTheBatch() {
    assertThat(command("pause")).isEqualTo(new PauseBatch(ID, false));
    assertThat(command("pause?videos=true")).isEqualTo(new PauseBatch(ID, true));
    assertThat(command("resume")).isEqualTo(new ResumeBatch(ID));
    assertThat(command("cancel")).isEqualTo(new CancelBatch(ID));
    assertThat(command("retry")).isEqualTo(new RetryBatch(ID));
    assertThat(gateway.post("/v1/batches/" + ID + "/pause?videos=all", "{}").statusCode())
        .isEqualTo(400);
  }

  private Record command(String what) {
    assertThat(gateway.post("/v1/batches/" + ID + "/" + what, "{}").statusCode()).isEqualTo(200);
    return asked;
  }

  @Test
  void readersMayLookAndNotTouch() {
    RunningGateway strict = RunningGateway.start(test.node(), AuthMode.REQUIRED);
    assertThat(strict.get("/v1/batches").statusCode()).isEqualTo(401);
    assertThat(strict.get("/v1/batches", "X-API-Key", FakeServices.READER_KEY).statusCode())
        .isEqualTo(200);
    HttpResponse<Buffer> refused =
        answer(
            strict
                .json(HttpMethod.POST, "/v1/batches")
                .putHeader("X-API-Key", FakeServices.READER_KEY)
                .sendBuffer(Buffer.buffer("[]")));
    assertThat(refused.statusCode()).isEqualTo(403);
  }

  @Test
  void aBatchIsFollowedUntilItsEnd() {
    BatchRow running = new BatchRow(7, 4, 9, null, "Tea", RowState.RUNNING, JOB, 0.5, null);
    BatchRow done = new BatchRow(7, 4, 9, null, "Tea", RowState.DONE, JOB, 1, null);
    AtomicReference<BatchRow> row = new AtomicReference<>(running);
    AtomicReference<Batch> now = new AtomicReference<>(batch(false));
    answer(get.unregister());
    BatchMessages.GET.serve(test.vertx().eventBus(), q -> Future.succeededFuture(now.get()));
    answer(rows.unregister());
    BatchMessages.ROWS.serve(
        test.vertx().eventBus(),
        q -> {
          boolean wanted = q.state() == null || q.state() == row.get().state();
          return Future.succeededFuture(
              new RowList(wanted && q.after() < 7 ? List.of(row.get()) : List.of(), false));
        });
    EventReader reader =
        new EventReader(test.vertx()).open(gateway.port(), "/v1/batches/" + ID + "/events");
    Await.until("begun", Duration.ofSeconds(10), () -> reader.text().contains("event: batch"));
    assertThat(reader.text())
        .contains("event: row\ndata: {\"number\":7")
        .contains("\"state\":\"RUNNING\"");

    row.set(done);
    now.set(finished());
    OrchestrationMessages.JOB_EVENTS.publish(test.vertx().eventBus(), event());
    Await.until("ended", Duration.ofSeconds(10), reader::ended);
    assertThat(reader.names()).containsExactly("row", "batch", "row", "batch");
    assertThat(reader.text()).contains("\"state\":\"DONE\"", "\"state\":\"FINISHED\"");
    assertThat(gateway.get("/v1/batches/" + ID + "/events").statusCode()).isEqualTo(204);
  }

  private static Batch finished() {
    return new Batch(
        ID,
        "local",
        "Tea",
        BatchState.FINISHED,
        9,
        new RowCounts(0, 0, 0, 0, 9, 0, 0, 0),
        1,
        Priority.LOW,
        4,
        null,
        Instant.EPOCH,
        Instant.EPOCH,
        false);
  }

  private static JobEvent event() {
    return new JobEvent(
        JOB,
        "local",
        9,
        Instant.EPOCH,
        JobEvent.Type.JOB_COMPLETED,
        JobState.COMPLETED,
        null,
        null,
        1,
        "Done");
  }
}
