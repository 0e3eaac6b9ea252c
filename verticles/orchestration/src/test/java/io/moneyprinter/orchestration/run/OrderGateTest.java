package io.moneyprinter.orchestration.run;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many orders at once. */
class OrderGateTest {
  @RegisterExtension final TestNode test = TestNode.plain();
  private final List<Promise<String>> begun = new ArrayList<>();

  private Future<String> order(OrderGate gate) {
    return gate.pass(
        () -> {
          Promise<String> order = Promise.promise();
          begun.add(order);
          return order.future();
        });
  }

  @Test
  void aFewAreTakenAtATimeAndTheOthersInTheirTurn() {
    OrderGate gate = new OrderGate(test.vertx(), 2, 10, Duration.ofMinutes(1));
    List<Future<String>> orders = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      orders.add(order(gate));
    }
    assertThat(begun).hasSize(2);
    begun.get(1).complete("second");
    assertThat(begun).hasSize(3);
    begun.get(0).fail("first came to nothing");
    assertThat(begun).hasSize(4);
    begun.get(2).complete("third");
    begun.get(3).complete("fourth");
    assertThat(answer(orders.get(3))).isEqualTo("fourth");
    assertThat(orders.get(0).failed()).isTrue();
  }

  @Test
  void whatIsTooMuchOrWaitsTooLongIsRefusedWithoutBeingBegun() {
    OrderGate gate = new OrderGate(test.vertx(), 1, 1, Duration.ofMillis(100));
    order(gate);
    Future<String> waits = order(gate);
    assertThat(failure(order(gate)).code()).isEqualTo(FailureCode.UNAVAILABLE);
    assertThat(failure(waits).code()).isEqualTo(FailureCode.UNAVAILABLE);
    assertThat(begun).hasSize(1);
    begun.get(0).complete("done");
    order(gate);
    assertThat(begun).as("the place is free again").hasSize(2);
  }
}
