package io.moneyprinter.gateway;

import static io.moneyprinter.gateway.RunningGateway.problem;
import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.analytics.AnalyticsMessages;
import io.moneyprinter.codecs.analytics.Durations;
import io.moneyprinter.codecs.analytics.Funnel;
import io.moneyprinter.codecs.analytics.ShowFunnel;
import io.moneyprinter.codecs.analytics.ShowTrends;
import io.moneyprinter.codecs.analytics.Success;
import io.moneyprinter.codecs.analytics.Trends;
import io.moneyprinter.codecs.orchestration.CostLine;
import io.moneyprinter.codecs.orchestration.CostMessages;
import io.moneyprinter.codecs.orchestration.CostUnit;
import io.moneyprinter.codecs.orchestration.ShowSpanCosts;
import io.moneyprinter.codecs.orchestration.SpanCosts;
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

/** How jobs went, over HTTP. */
class AnalyticsTest {
  private static final Durations.Spread SPREAD = new Durations.Spread(2, 3, 3, 4, 4, 4, 4);

  @RegisterExtension final TestNode test = TestNode.plain();
  private RunningGateway gateway;
  private volatile Record asked;

  @BeforeEach
  void start() {
    gateway =
        RunningGateway.start(
            test.node(), TestConfig.with("auth", "required", "limits.enabled", "false"));
    EventBus bus = test.vertx().eventBus();
    AnalyticsMessages.FUNNEL.serve(
        bus,
        wish -> {
          asked = wish;
          return Future.succeededFuture(
              new Funnel(4, 3, List.of(new Funnel.Stage("script", 4, 4, 3, 0, 1, 0.75))));
        });
    AnalyticsMessages.DURATIONS.serve(
        bus,
        wish ->
            Future.succeededFuture(
                new Durations(SPREAD, List.of(new Durations.Step("script", SPREAD)))));
    AnalyticsMessages.SUCCESS.serve(
        bus,
        wish ->
            Future.succeededFuture(
                new Success(
                    4, 3, 1, 0, 0.75, List.of(new Success.Failures("script", "TIMEOUT", 1)))));
    AnalyticsMessages.TRENDS.serve(
        bus,
        wish -> {
          asked = wish;
          return Future.succeededFuture(new Trends(List.of()));
        });
    CostMessages.SPAN_COSTS.serve(
        bus,
        wish -> {
          asked = wish;
          return Future.succeededFuture(
              new SpanCosts(770, List.of(new CostLine("v", CostUnit.CHARACTERS, 77, 770, true))));
        });
  }

  private HttpResponse<Buffer> get(String path, String key) {
    return answer(gateway.request(HttpMethod.GET, path).putHeader("X-API-Key", key).send());
  }

  private JsonObject body(String path) {
    return get(path, FakeServices.USAGE_KEY).bodyAsJsonObject();
  }

  @Test
  void tellsHowJobsWentInATime() {
    String span = "?from=2026-03-01&to=2026-03-08";

    JsonObject funnel = body("/v1/analytics/funnel" + span);
    assertThat(funnel.getString("from")).isEqualTo("2026-03-01T00:00:00Z");
    assertThat(funnel.getJsonObject("funnel").getJsonArray("stages").getJsonObject(0))
        .isEqualTo(
            new JsonObject(
                "{\"step\":\"script\",\"jobs\":4,\"reached\":4,\"done\":3,\"skipped\":0,"
                    + "\"failed\":1,\"passed\":0.75}"));
    assertThat(asked)
        .isEqualTo(
            new ShowFunnel(
                Instant.parse("2026-03-01T00:00:00Z"),
                Instant.parse("2026-03-08T00:00:00Z"),
                false));
    assertThat(
            body("/v1/analytics/durations" + span)
                .getJsonObject("durations")
                .getJsonObject("jobs")
                .getDouble("p90"))
        .isEqualTo(4);
    assertThat(body("/v1/analytics/success" + span).getJsonObject("success").getDouble("rate"))
        .isEqualTo(0.75);
    body("/v1/analytics/trends" + span + "&zone=Europe/Berlin");
    assertThat(((ShowTrends) asked).zone()).isEqualTo("Europe/Berlin");

    JsonObject costs =
        body("/v1/analytics/costs?from=2026-03-01T10:00:00Z&to=2026-03-07T01:00:00Z");
    assertThat(asked).isEqualTo(new ShowSpanCosts("2026-03-01", "2026-03-08", false));
    assertThat(costs.getDouble("settled")).isEqualTo(0.00077);
    assertThat(costs.getJsonArray("lines").getJsonObject(0).getString("provider")).isEqualTo("v");
  }

  @Test
  void onlyOperatorsSeeAllTenants() {
    String path = "/v1/analytics/funnel?tenants=all";
    HttpResponse<Buffer> refused = get(path, FakeServices.USAGE_KEY);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(problem(refused).getString("detail")).contains("operators");
    assertThat(get(path, FakeServices.OWNER_KEY).statusCode()).isEqualTo(200);
    assertThat(((ShowFunnel) asked).everybody()).isTrue();
    assertThat(get("/v1/analytics/funnel?tenants=some", FakeServices.OWNER_KEY).statusCode())
        .isEqualTo(400);
    assertThat(get("/v1/analytics/funnel", FakeServices.READER_KEY).statusCode()).isEqualTo(403);
  }
}
