package io.moneyprinter.testsupport;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.platform.tasks.Ticket;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TestNodeTest {
  @RegisterExtension final TestNode test = TestNode.withDatabases();

  @Test
  void aTicketPutIsTakenOnce() {
    Set<String> taken = ConcurrentHashMap.newKeySet();
    answer(
        test.node()
            .tasks()
            .take(
                "speech.cpu",
                2,
                id -> {
                  assertThat(taken.add(id)).isTrue();
                  return Future.succeededFuture();
                }));

    answer(
        test.node()
            .tasks()
            .put(
                List.of(
                    new Ticket("speech.cpu", "a", null, 0),
                    new Ticket("speech.cpu", "b", null, 0),
                    new Ticket("speech.cpu", "a", null, 0),
                    new Ticket("video.encode", "c", null, 0))));

    Await.until("both taken", Duration.ofSeconds(5), () -> taken.equals(Set.of("a", "b")));
  }

  @Test
  void redisAnswers() {
    answer(test.node().redis().ping());
  }
}
