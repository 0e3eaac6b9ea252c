package io.moneyprinter.platform.discovery;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.platform.node.NodeInfo;
import io.moneyprinter.testsupport.Await;
import io.vertx.core.Vertx;
import io.vertx.servicediscovery.ServiceDiscovery;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DiscoveryTest {
  private static final Duration LEASE = Duration.ofMillis(400);

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    answer(vertx.close());
  }

  @Test
  void aRecordLastsWhileItsNodeLivesAndIsRemovedWhenItDied() {
    Discovery survivor = node("survivor");
    Discovery dying = node("dying");
    answer(survivor.publish("video"));
    answer(dying.publish("speech"));
    assertThat(answer(survivor.services())).containsExactly("speech", "video");

    Instant twoLeases = Instant.now().plus(LEASE.multipliedBy(2));
    Await.until("leases were renewed", LEASE.multipliedBy(10), () -> after(twoLeases));
    assertThat(answer(survivor.services())).containsExactly("speech", "video");

    dying.close();
    Await.until(
        "the record of the dead node is removed", LEASE.multipliedBy(20), () -> recordsLeft() == 1);
    assertThat(answer(survivor.services())).containsExactly("video");
  }

  @Test
  void aRenewalDoesNotBringBackWhatWasWithdrawn() {
    Discovery node = node("node");
    String registration = answer(node.publish("video"));

    answer(node.withdraw(registration));

    Instant oneLease = Instant.now().plus(LEASE);
    Await.until("a renewal was due", LEASE.multipliedBy(10), () -> after(oneLease));
    assertThat(recordsLeft()).isZero();
  }

  @Test
  void whatADeadNodePublishedIsForgottenAtOnce() {
    Discovery survivor = node("survivor");
    answer(node("dead").publish("video"));

    answer(survivor.forget("dead"));

    assertThat(answer(survivor.services())).isEmpty();
  }

  private static boolean after(Instant time) {
    return Instant.now().isAfter(time);
  }

  private int recordsLeft() {
    return answer(ServiceDiscovery.create(vertx).getRecords(record -> true)).size();
  }

  private Discovery node(String id) {
    return new Discovery(
        vertx, new NodeInfo(id, "1", "development", Set.of(), Instant.now()), LEASE);
  }
}
