package io.moneyprinter.gateway;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.CheckWorkflow;
import io.moneyprinter.codecs.orchestration.WorkflowCheck;
import io.moneyprinter.codecs.orchestration.WorkflowDefinition;
import io.moneyprinter.codecs.orchestration.WorkflowDefinition.FollowedBy;
import io.moneyprinter.codecs.orchestration.WorkflowFault;
import io.moneyprinter.codecs.orchestration.WorkflowList;
import io.moneyprinter.codecs.orchestration.WorkflowMessages;
import io.moneyprinter.gateway.auth.AuthMode;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Workflows as they travel from HTTP to orchestration. */
class WorkflowsTest {
  private static final WorkflowDefinition SHOWN =
      new WorkflowDefinition(
          "mine", 2, "Mine", FollowedBy.NAMED, "publish", null, List.of(), "abc", "name: mine\n");

  @RegisterExtension final TestNode test = TestNode.plain();
  private RunningGateway gateway;
  private volatile CheckWorkflow asked;

  @BeforeEach
  void start() {
    gateway = RunningGateway.start(test.node(), AuthMode.LOCAL);
    var bus = test.vertx().eventBus();
    WorkflowMessages.LIST.serve(
        bus, wish -> Future.succeededFuture(new WorkflowList(List.of(SHOWN))));
    WorkflowMessages.GET.serve(
        bus,
        wish ->
            wish.name().equals("mine")
                ? Future.succeededFuture(SHOWN)
                : Future.failedFuture(ServiceFailure.notFound("There is none")));
    WorkflowMessages.CHECK.serve(
        bus,
        wish -> {
          asked = wish;
          return Future.succeededFuture(
              new WorkflowCheck(List.of(new WorkflowFault("/steps/1", 7, "is wrong")), null));
        });
  }

  private HttpResponse<Buffer> validate(String type, String body) {
    return answer(
        gateway
            .request(HttpMethod.POST, "/v1/workflows/validate")
            .putHeader("Content-Type", type)
            .sendBuffer(Buffer.buffer(body)));
  }

  @Test
  void areListedAndReadWithATag() {
    JsonObject list = gateway.get("/v1/workflows").bodyAsJsonObject();
    assertThat(list.getJsonArray("workflows").getJsonObject(0).getString("name")).isEqualTo("mine");
    HttpResponse<Buffer> one = gateway.get("/v1/workflows/mine");
    assertThat(one.getHeader("ETag")).isEqualTo("\"abc\"");
    assertThat(one.bodyAsJsonObject().getString("followedBy")).isEqualTo("NAMED");
    assertThat(gateway.get("/v1/workflows/yours").statusCode()).isEqualTo(404);
  }

  @Test
  void areLookedOverAsYamlOrWithinJson() {
    HttpResponse<Buffer> answer = validate("application/yaml", "name: x");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(asked.source()).isEqualTo("name: x");
    assertThat(answer.bodyAsJsonObject().getBoolean("valid")).isFalse();
    assertThat(answer.bodyAsJsonObject().getJsonArray("violations").getJsonObject(0))
        .isEqualTo(
            new JsonObject().put("pointer", "/steps/1").put("line", 7).put("message", "is wrong"));

    validate("application/json", "{\"source\":\"name: y\"}");
    assertThat(asked.source()).isEqualTo("name: y");
    assertThat(validate("text/csv", "name: z").statusCode()).isEqualTo(415);
  }
}
