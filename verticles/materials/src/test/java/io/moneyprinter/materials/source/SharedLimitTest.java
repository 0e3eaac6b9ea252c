package io.moneyprinter.materials.source;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.platform.redis.RedisConnector;
import io.moneyprinter.testsupport.TestNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SharedLimitTest {
  private static final RequestLimit SIX_AN_HOUR = RequestLimit.perHour(6);

  @RegisterExtension final TestNode test = TestNode.withDatabases();

  @Test
  void twoNodesTogetherAskNoMoreThanOneMay() {
    List<SharedLimit> nodes =
        List.of(limit(test.node().redis(), "one"), limit(test.node().redis(), "one"));

    List<Optional<Duration>> given = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      given.add(answer(nodes.get(i % 2).take(Duration.ofSeconds(1))));
    }

    assertThat(given.subList(0, 6)).containsOnly(Optional.of(Duration.ZERO));
    assertThat(given.subList(6, 8)).containsOnly(Optional.empty());
    Duration turn = answer(nodes.get(0).take(Duration.ofMinutes(30))).orElseThrow();
    assertThat(turn)
        .as("the next is due when a sixth of the hour is over")
        .isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
    assertThat(answer(nodes.get(1).take(Duration.ofMinutes(30))).orElseThrow())
        .isBetween(Duration.ofMinutes(19), Duration.ofMinutes(20));
    assertThat(answer(limit(test.node().redis(), "other").take(Duration.ZERO)))
        .as("another site has its own count")
        .contains(Duration.ZERO);
  }

  @Test
  void withoutRedisEachNodeCountsItsOwn() {
    RedisConnector nowhere = new RedisConnector(test.vertx(), "redis://127.0.0.1:1/0");
    SharedLimit limit = limit(nowhere, "one");

    for (int i = 0; i < 6; i++) {
      assertThat(answer(limit.take(Duration.ofSeconds(1)))).contains(Duration.ZERO);
    }
    assertThat(answer(limit.take(Duration.ofSeconds(1)))).isEmpty();
    answer(nowhere.close());
  }

  private static SharedLimit limit(RedisConnector redis, String site) {
    return new SharedLimit(redis, site, "http://127.0.0.1", SIX_AN_HOUR);
  }
}
