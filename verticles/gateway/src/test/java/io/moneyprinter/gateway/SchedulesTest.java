package io.moneyprinter.gateway;

import static io.moneyprinter.gateway.RunningGateway.problem;
import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.batch.BatchFormat;
import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.orchestration.Priority;
import io.moneyprinter.codecs.schedule.CreateSchedule;
import io.moneyprinter.codecs.schedule.DeleteSchedule;
import io.moneyprinter.codecs.schedule.GetSchedule;
import io.moneyprinter.codecs.schedule.ListSchedules;
import io.moneyprinter.codecs.schedule.Missed;
import io.moneyprinter.codecs.schedule.Overlap;
import io.moneyprinter.codecs.schedule.PauseSchedule;
import io.moneyprinter.codecs.schedule.PreviewTimes;
import io.moneyprinter.codecs.schedule.ResumeSchedule;
import io.moneyprinter.codecs.schedule.RunState;
import io.moneyprinter.codecs.schedule.Schedule;
import io.moneyprinter.codecs.schedule.ScheduleList;
import io.moneyprinter.codecs.schedule.ScheduleMessages;
import io.moneyprinter.codecs.schedule.ScheduleRun;
import io.moneyprinter.codecs.schedule.ScheduleState;
import io.moneyprinter.codecs.schedule.TimeList;
import io.moneyprinter.gateway.auth.AuthMode;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Schedules, as they travel from HTTP to the orchestration. */
class SchedulesTest {
  private static final String ID = UUID.randomUUID().toString();
  private static final String JOB = UUID.randomUUID().toString();

  private static final Schedule SCHEDULE =
      new Schedule(
          ID,
          "local",
          "Morning",
          ScheduleState.ACTIVE,
          false,
          "Tea",
          "0 9 * * *",
          "Z",
          Missed.ONCE,
          Overlap.ALLOW,
          List.of(Instant.EPOCH),
          List.of(new ScheduleRun(Instant.EPOCH, RunState.ORDERED, JOB, null, null)),
          Instant.EPOCH,
          true);

  @RegisterExtension final TestNode test = TestNode.plain();
  private RunningGateway gateway;
  private volatile Record asked;

  @BeforeEach
  void start() {
    gateway = RunningGateway.start(test.node(), AuthMode.LOCAL);
    serve(ScheduleMessages.CREATE, SCHEDULE);
    serve(ScheduleMessages.GET, SCHEDULE);
    serve(ScheduleMessages.LIST, new ScheduleList(List.of(SCHEDULE), true));
    serve(ScheduleMessages.PAUSE, SCHEDULE);
    serve(ScheduleMessages.RESUME, SCHEDULE);
    serve(ScheduleMessages.DELETE, SCHEDULE);
    serve(ScheduleMessages.PREVIEW, new TimeList(List.of("2026-05-01T09:00:00+02:00")));
  }

  private <Q extends Record, R extends Record> void serve(Endpoint<Q, R> endpoint, R answer) {
    endpoint.serve(
        test.vertx().eventBus(),
        wish -> {
          asked = wish;
          return Future.succeededFuture(answer);
        });
  }

  @Test
  void aScheduleIsKeptForAVideoOrABatch() {
    HttpResponse<Buffer> made =
        gateway.post(
            "/v1/schedules",
            "{\"name\":\"Morning\",\"cron\":\"0 9 * * *\",\"zone\":\"Europe/Berlin\","
                + "\"missed\":\"skip\",\"overlap\":\"skip\",\"priority\":\"HIGH\","
                + "\"brief\":{\"script\":\"Tea.\"}}");
    assertThat(made.statusCode()).as(made.bodyAsString()).isEqualTo(201);
    assertThat(made.getHeader("Location")).isEqualTo("/v1/schedules/" + ID);
    assertThat(made.getHeader("Idempotency-Replayed")).isEqualTo("true");
    CreateSchedule order = (CreateSchedule) asked;
    assertThat(order.brief().script()).isEqualTo("Tea.");
    assertThat(order.zone()).isEqualTo("Europe/Berlin");
    assertThat(order.missed()).isEqualTo(Missed.SKIP);
    assertThat(order.overlap()).isEqualTo(Overlap.SKIP);
    assertThat(order.priority()).isEqualTo(Priority.HIGH);
    JsonObject run = made.bodyAsJsonObject().getJsonArray("runs").getJsonObject(0);
    assertThat(run.getString("href")).isEqualTo("/v1/videos/" + JOB);

    gateway.post(
        "/v1/schedules", "{\"runAt\":\"2027-01-01T00:00:00Z\",\"batch\":[{\"script\":\"a\"}]}");
    order = (CreateSchedule) asked;
    assertThat(order.batch().format()).isEqualTo(BatchFormat.JSON);
    assertThat(order.batch().content()).isEqualTo("[{\"script\":\"a\"}]");
    gateway.post("/v1/schedules", "{\"runAt\":\"2027-01-01T00:00:00Z\",\"csv\":\"script\\na\\n\"}");
    assertThat(((CreateSchedule) asked).batch().format()).isEqualTo(BatchFormat.CSV);
  }

  @Test
  void whatIsNotUnderstoodIsRefusedWithThePlace() {
    asked = null;
    pointerOf("{\"corn\":\"* * * * *\"}", "/corn");
    pointerOf("{\"missed\":\"often\"}", "/missed");
    pointerOf("{\"brief\":{\"scrpt\":\"a\"}}", "/brief/scrpt");
    pointerOf("{\"batch\":[],\"csv\":\"\"}", "/csv");
    assertThat(asked).isNull();
  }

  private void pointerOf(String body, String pointer) {
    HttpResponse<Buffer> refused = gateway.post("/v1/schedules", body);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(problem(refused).getJsonArray("violations").getJsonObject(0).getString("pointer"))
        .isEqualTo(pointer);
  }

  @Test
  void schedulesAreShownAndPreviewed() {
    JsonObject page = gateway.get("/v1/schedules?limit=1").bodyAsJsonObject();
    assertThat(asked).isEqualTo(new ListSchedules(null, 1));
    gateway.get(page.getString("next"));
    assertThat(asked).isEqualTo(new ListSchedules(ID, 1));
    assertThat(gateway.get("/v1/schedules/" + ID).bodyAsJsonObject().getString("name"))
        .isEqualTo("Morning");
    assertThat(asked).isEqualTo(new GetSchedule(ID));
    assertThat(gateway.get("/v1/schedules/nine").statusCode()).isEqualTo(404);

    HttpResponse<Buffer> times =
        gateway.get("/v1/schedules/preview?cron=0+9+*+*+*&zone=Europe%2FBerlin&count=3");
    assertThat(asked).isEqualTo(new PreviewTimes("0 9 * * *", "Europe/Berlin", 3));
    assertThat(times.bodyAsJsonObject().getJsonArray("times")).hasSize(1);
    assertThat(gateway.get("/v1/schedules/preview").statusCode()).isEqualTo(400);
  }

  @Test
  void commandsReachTheSchedule() {
    String path = "/v1/schedules/" + ID;
    assertThat(gateway.post(path + "/pause", "{}").statusCode()).isEqualTo(200);
    assertThat(asked).isEqualTo(new PauseSchedule(ID));
    assertThat(gateway.post(path + "/resume", "{}").statusCode()).isEqualTo(200);
    assertThat(asked).isEqualTo(new ResumeSchedule(ID));
    assertThat(answer(gateway.json(HttpMethod.DELETE, path).send()).statusCode()).isEqualTo(200);
    assertThat(asked).isEqualTo(new DeleteSchedule(ID));
  }

  @Test
  void readersMayLookAndNotTouch() {
    RunningGateway strict = RunningGateway.start(test.node(), AuthMode.REQUIRED);
    assertThat(strict.get("/v1/schedules", "X-API-Key", FakeServices.READER_KEY).statusCode())
        .isEqualTo(200);
    assertThat(
            answer(
                    strict
                        .json(HttpMethod.DELETE, "/v1/schedules/" + ID)
                        .putHeader("X-API-Key", FakeServices.READER_KEY)
                        .send())
                .statusCode())
        .isEqualTo(403);
  }
}
