package io.moneyprinter.gateway;

import static io.moneyprinter.gateway.RunningGateway.problem;
import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.CostCaps;
import io.moneyprinter.codecs.orchestration.CostEntry;
import io.moneyprinter.codecs.orchestration.CostEstimate;
import io.moneyprinter.codecs.orchestration.CostLine;
import io.moneyprinter.codecs.orchestration.CostMessages;
import io.moneyprinter.codecs.orchestration.CostUnit;
import io.moneyprinter.codecs.orchestration.DayCosts;
import io.moneyprinter.codecs.orchestration.JobCost;
import io.moneyprinter.codecs.orchestration.JobCosts;
import io.moneyprinter.codecs.orchestration.SetBudget;
import io.moneyprinter.gateway.auth.AuthMode;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Money over HTTP, in dollars. */
class CostsTest {
  private static final CostLine LINE = new CostLine("voices", CostUnit.CHARACTERS, 77, 770, true);

  @RegisterExtension final TestNode test = TestNode.plain();
  private RunningGateway gateway;
  private volatile SetBudget budget;

  @BeforeEach
  void start() {
    gateway = RunningGateway.start(test.node(), AuthMode.LOCAL);
    EventBus bus = test.vertx().eventBus();
    CostMessages.ESTIMATE.serve(
        bus,
        q ->
            Future.succeededFuture(
                new CostEstimate(770, 5.1, List.of(LINE), "1", "Over the day cap.")));
    CostMessages.JOB_COSTS.serve(bus, q -> Future.succeededFuture(costs(q.jobId(), null)));
    CostMessages.SET_BUDGET.serve(
        bus,
        q -> {
          budget = q;
          return Future.succeededFuture(costs(q.jobId(), 2_500_000L));
        });
    CostMessages.DAY_COSTS.serve(
        bus,
        q ->
            Future.succeededFuture(
                new DayCosts(
                    q.day(), 770, 1, 2_000_000, 3, new CostCaps(null, 9L, null), List.of(LINE))));
  }

  private static JobCosts costs(String id, Long budget) {
    return new JobCosts(
        id,
        new JobCost(1_000_000, 230, 770),
        budget,
        List.of(LINE),
        List.of(new CostEntry(CostEntry.Kind.CALL, "speech", 1, LINE, 10.0, "1", Instant.EPOCH)));
  }

  @Test
  void anEstimateIsGivenForABriefAndABadBriefIsRefused() {
    JsonObject estimate = post("{\"script\":\"Coffee.\"}").bodyAsJsonObject();

    assertThat(estimate.getDouble("estimated")).isEqualTo(0.00077);
    assertThat(estimate.getString("currency")).isEqualTo("USD");
    assertThat(estimate.getString("refusal")).contains("day cap");
    assertThat(estimate.getJsonArray("lines").getJsonObject(0).getDouble("amount"))
        .isEqualTo(0.00077);
    HttpResponse<Buffer> bad = post("{\"script\":\"Coffee.\",\"budget\":-1}");
    assertThat(bad.statusCode()).isEqualTo(400);
    assertThat(problem(bad).getJsonArray("violations").getJsonObject(0).getString("pointer"))
        .isEqualTo("/budget");
  }

  private HttpResponse<Buffer> post(String brief) {
    return answer(
        gateway.json(HttpMethod.POST, "/v1/videos/estimate").sendBuffer(Buffer.buffer(brief)));
  }

  @Test
  void theLedgerOfAVideoIsShownAndItsBudgetChanged() {
    String id = gateway.createVideo();

    JsonObject ledger = gateway.get("/v1/videos/" + id + "/costs").bodyAsJsonObject();
    assertThat(ledger.getJsonObject("cost").getDouble("settled")).isEqualTo(0.00077);
    JsonObject entry = ledger.getJsonArray("entries").getJsonObject(0);
    assertThat(entry.getString("unit")).isEqualTo("CHARACTERS");
    assertThat(entry.getDouble("price")).isEqualTo(0.00001);

    HttpResponse<Buffer> changed =
        answer(
            gateway
                .json(HttpMethod.PUT, "/v1/videos/" + id + "/budget")
                .sendBuffer(Buffer.buffer("{\"budget\":2.5}")));
    assertThat(changed.bodyAsJsonObject().getDouble("budget")).isEqualTo(2.5);
    assertThat(budget).isEqualTo(new SetBudget(id, 2.5));
  }

  @Test
  void aDayIsSummedUp() {
    JsonObject day = gateway.get("/v1/costs?day=2026-01-31").bodyAsJsonObject();

    assertThat(day.getString("day")).isEqualTo("2026-01-31");
    assertThat(day.getJsonObject("month").getDouble("settled")).isEqualTo(2);
    assertThat(day.getJsonObject("caps").getDouble("day")).isEqualTo(0.000009);
    assertThat(day.getJsonObject("caps").containsKey("job")).isFalse();
  }

  @Test
  void anOrderOverACapIsAnswered429() {
    gateway.services.created =
        job -> Future.failedFuture(new ServiceFailure(FailureCode.QUOTA, "Over the day cap."));

    HttpResponse<Buffer> refused =
        answer(
            gateway
                .json(HttpMethod.POST, "/v1/videos")
                .sendBuffer(Buffer.buffer("{\"script\":\"Coffee.\"}")));

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(problem(refused).getString("detail")).contains("day cap");
  }
}
