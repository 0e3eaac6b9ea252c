package io.moneyprinter.gateway;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.testsupport.Ports;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several instances of the gateway behind one port. */
class InstancesTest {
  private static final int CONNECTIONS = 8;
  private static final String LOCAL = "gateway.limits.local";

  @RegisterExtension final TestNode test = TestNode.plain();

  @Test
  void connectionsAreSharedAndThoseOfOneThatStopsGoToTheOthers() {
    GatewayConfig config = TestConfig.with("http.port", Integer.toString(Ports.free()));
    RunningGateway first = RunningGateway.start(test.node(), config);
    String second = answer(test.vertx().deployVerticle(new GatewayVerticle(config, test.node())));

    assertThat(instances()).containsExactlyInAnyOrder("0", "1");
    assertThat(statuses(first.port())).containsOnly(200);

    answer(test.vertx().undeploy(first.deployment));

    assertThat(instances()).containsExactly("1");
    assertThat(statuses(config.http().port())).containsOnly(200);
    answer(test.vertx().undeploy(second));
    assertThat(instances()).isEmpty();
  }

  @Test
  void thereIsOneForEachProcessorUnlessItIsSaidOtherwise() {
    assertThat(TestConfig.with("http.port", "8000").instancesOn(2)).isEqualTo(2);
    assertThat(TestConfig.with("http.port", "8000").instancesOn(64)).isEqualTo(4);
    assertThat(TestConfig.with("http.port", "8000", "instances", "6").instancesOn(2)).isEqualTo(6);
    assertThat(TestConfig.with("http.port", "0", "instances", "6").instancesOn(2)).isEqualTo(1);
  }

  /** On as many new connections as there are requests. */
  private List<Integer> statuses(int port) {
    WebClient client =
        WebClient.create(
            test.vertx(),
            new WebClientOptions().setKeepAlive(false),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    try {
      List<Future<HttpResponse<Buffer>>> answers =
          IntStream.range(0, CONNECTIONS)
              .mapToObj(i -> client.get(port, "127.0.0.1", "/v1/voices").send())
              .toList();
      return answers.stream().map(each -> answer(each).statusCode()).toList();
    } finally {
      client.close();
    }
  }

  private List<String> instances() {
    return test.node().meters().find(LOCAL).gauges().stream()
        .map(gauge -> gauge.getId().getTag("instance"))
        .toList();
  }
}
