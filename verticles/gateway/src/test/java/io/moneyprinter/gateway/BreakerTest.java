package io.moneyprinter.gateway;

import static io.moneyprinter.gateway.RunningGateway.problem;
import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.MaterialsMessages;
import io.moneyprinter.codecs.materials.SourceList;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BreakerTest {
  private static final String PATH = "/v1/sources";

  @RegisterExtension final TestNode test = TestNode.plain();
  private RunningGateway gateway;

  private void start(String... settings) {
    gateway = RunningGateway.start(test.node(), TestConfig.with(settings));
  }

  private double state() {
    return gateway
        .node
        .meters()
        .get("gateway.breaker.state")
        .tag("address", MaterialsMessages.SOURCES.address())
        .gauge()
        .value();
  }

  @Test
  void aDeadServiceIsLeftAloneAndFoundAgainWhenItIsBack() {
    start("breaker.failures", "3", "breaker.pause", "700ms");
    for (int i = 0; i < 3; i++) {
      assertThat(gateway.get(PATH).statusCode()).isEqualTo(503);
    }
    assertThat(state()).isEqualTo(2);

    HttpResponse<Buffer> refused = gateway.get(PATH);
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
    assertThat(problem(refused).getString("detail"))
        .contains("materials.list-sources", "asked again");
    assertThat(gateway.get("/v1/voices").statusCode()).as("other addresses").isEqualTo(200);

    MaterialsMessages.SOURCES.serve(
        test.vertx().eventBus(),
        q -> {
          gateway.services.lastCall = CallContext.currentOrSystem();
          return Future.succeededFuture(new SourceList(List.of()));
        });
    Await.until(
        "it is asked again", Duration.ofSeconds(10), () -> gateway.get(PATH).statusCode() == 200);
    assertThat(state()).isZero();
    assertThat(gateway.services.lastCall.subject()).isEqualTo("owner");
  }

  @Test
  void aRefusalIsAnAnswerAndOpensNothing() {
    start("breaker.failures", "2");
    MaterialsMessages.SOURCES.serve(
        test.vertx().eventBus(),
        q -> Future.failedFuture(new ServiceFailure(FailureCode.UNAVAILABLE, "No provider")));

    for (int i = 0; i < 5; i++) {
      assertThat(problem(gateway.get(PATH)).getString("detail")).isEqualTo("No provider");
    }
    assertThat(state()).isZero();
  }

  @Test
  void onlySoManyRequestsWaitForASlowService() {
    start("breaker.in-flight", "2");
    Promise<SourceList> slow = Promise.promise();
    AtomicInteger asked = new AtomicInteger();
    MessageConsumer<?> service =
        MaterialsMessages.SOURCES.serve(
            test.vertx().eventBus(),
            q -> {
              asked.incrementAndGet();
              return slow.future();
            });
    var first = gateway.request(HttpMethod.GET, PATH).send();
    var second = gateway.request(HttpMethod.GET, PATH).send();
    Await.until("both wait", Duration.ofSeconds(5), () -> asked.get() == 2);

    assertThat(gateway.get(PATH).statusCode()).isEqualTo(503);
    slow.complete(new SourceList(List.of()));
    assertThat(answer(first).statusCode()).isEqualTo(200);
    assertThat(answer(second).statusCode()).isEqualTo(200);
    assertThat(gateway.get(PATH).statusCode()).isEqualTo(200);
    answer(service.unregister());
  }
}
