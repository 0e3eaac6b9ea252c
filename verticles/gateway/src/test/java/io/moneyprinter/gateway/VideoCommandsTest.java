package io.moneyprinter.gateway;

import static io.moneyprinter.gateway.RunningGateway.problem;
import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.orchestration.DecideStep;
import io.moneyprinter.codecs.orchestration.PauseJob;
import io.moneyprinter.codecs.orchestration.Priority;
import io.moneyprinter.codecs.orchestration.RerunJob;
import io.moneyprinter.codecs.orchestration.RetryJob;
import io.moneyprinter.codecs.orchestration.SetPriority;
import io.moneyprinter.gateway.auth.AuthMode;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The commands on a video, as they travel from HTTP to the orchestration. */
class VideoCommandsTest {
  @RegisterExtension final TestNode test = TestNode.plain();
  private RunningGateway gateway;
  private String id;

  @BeforeEach
  void start() {
    gateway = RunningGateway.start(test.node(), AuthMode.LOCAL);
    id = gateway.createVideo();
  }

  @Test
  void aVideoIsHaltedAndDoneAnewFromAStep() {
    HttpResponse<Buffer> paused = command("pause", "{}");
    assertThat(paused.statusCode()).isEqualTo(200);
    assertThat(paused.bodyAsJsonObject().getString("state")).isEqualTo("PAUSED");
    assertThat(gateway.services.command).isEqualTo(new PauseJob(id));

    assertThat(command("retry?from=plan", "{}").statusCode()).isEqualTo(200);
    assertThat(gateway.services.command).isEqualTo(new RetryJob(id, "plan"));
    HttpResponse<Buffer> nowhere = command("retry", "{}");
    assertThat(nowhere.statusCode()).isEqualTo(400);
    assertThat(problem(nowhere).getJsonArray("violations").getJsonObject(0).getString("pointer"))
        .isEqualTo("/from");
  }

  @Test
  void aRerunIsAcceptedAsANewVideo() {
    HttpResponse<Buffer> made =
        answer(
            gateway
                .json(HttpMethod.POST, "/v1/videos/" + id + "/rerun?priority=high")
                .putHeader("Idempotency-Key", "again")
                .sendBuffer(Buffer.buffer("{\"voice\":\"anna\",\"title\":null}")));
    assertThat(made.statusCode()).isEqualTo(202);
    assertThat(made.getHeader("Location")).startsWith("/v1/videos/").doesNotContain(id);
    assertThat(gateway.services.command)
        .isEqualTo(new RerunJob(id, "{\"voice\":\"anna\",\"title\":null}", "again", Priority.HIGH));
    assertThat(command("rerun", "{").statusCode()).isEqualTo(400);
  }

  @Test
  void aDecisionNeedsNoBodyAndMayHaveAComment() {
    assertThat(command("approve", "").statusCode()).isEqualTo(200);
    assertThat(gateway.services.command).isEqualTo(new DecideStep(id, null, true, null));
    assertThat(command("reject", "{\"step\":\"agree\",\"comment\":\"dull\"}").statusCode())
        .isEqualTo(200);
    assertThat(gateway.services.command).isEqualTo(new DecideStep(id, "agree", false, "dull"));
    assertThat(command("reject", "{\"because\":\"dull\"}").statusCode()).isEqualTo(400);
  }

  @Test
  void aPriorityIsChangedOrGivenWithTheOrder() {
    assertThat(prioritize("{\"priority\":\"LOW\"}").statusCode()).isEqualTo(200);
    assertThat(gateway.services.command).isEqualTo(new SetPriority(id, Priority.LOW));
    assertThat(prioritize("{}").statusCode()).isEqualTo(400);
    assertThat(prioritize("{\"priority\":\"NOW\"}").statusCode()).isEqualTo(400);
    assertThat(gateway.post("/v1/videos?priority=high", RunningGateway.SCRIPT).statusCode())
        .isEqualTo(202);
    assertThat(gateway.post("/v1/videos?priority=now", RunningGateway.SCRIPT).statusCode())
        .isEqualTo(400);
  }

  private HttpResponse<Buffer> command(String verb, String body) {
    return gateway.post("/v1/videos/" + id + "/" + verb, body);
  }

  private HttpResponse<Buffer> prioritize(String body) {
    return answer(
        gateway
            .json(HttpMethod.PUT, "/v1/videos/" + id + "/priority")
            .sendBuffer(Buffer.buffer(body)));
  }
}
