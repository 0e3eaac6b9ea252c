package io.moneyprinter.gateway;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.queue.DeadLetter;
import io.moneyprinter.gateway.auth.AuthMode;
import io.moneyprinter.platform.tasks.DeadLetterDesk;
import io.moneyprinter.platform.tasks.TaskQueue;
import io.moneyprinter.platform.tasks.Ticket;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The routes over a real queue; each queue's own dead letters are tested with the queues. */
class DeadLettersTest {
  private static final String PATH = "/v1/admin/dead-letters";

  @RegisterExtension final TestNode test = TestNode.withDatabases();

  private final Set<String> healed = ConcurrentHashMap.newKeySet();
  private RunningGateway gateway;

  private void start(AuthMode mode) {
    TaskQueue queue = test.node().tasks();
    answer(new DeadLetterDesk(queue.deadLetters()).serve(test.vertx().eventBus()));
    gateway = RunningGateway.start(test.node(), mode);
  }

  private List<DeadLetter> givenUp(String... tickets) {
    TaskQueue queue = test.node().tasks();
    answer(
        queue.take(
            "video.encode",
            2,
            id ->
                healed.remove(id)
                    ? Future.succeededFuture()
                    : Future.failedFuture("it always breaks")));
    for (String ticket : tickets) {
      answer(queue.put(List.of(new Ticket("video.encode", ticket, null, 0))));
    }
    Await.until(
        "given up",
        Duration.ofSeconds(30),
        () -> answer(queue.deadLetters().list(10)).size() == tickets.length);
    return answer(queue.deadLetters().list(10));
  }

  private static String ids(String... ids) {
    return new JsonObject().put("ids", new JsonArray(List.of(ids))).encode();
  }

  @Test
  void theyAreListedReplayedAndDropped() {
    start(AuthMode.LOCAL);
    List<DeadLetter> letters = givenUp("a", "b");

    JsonArray listed = gateway.get(PATH).bodyAsJsonObject().getJsonArray("deadLetters");
    assertThat(listed).hasSize(2);
    assertThat(listed.getJsonObject(0).getString("queue")).isEqualTo("video.encode");
    assertThat(listed.getJsonObject(0).getString("reason")).contains("it always breaks");
    assertThat(gateway.get(PATH + "?limit=1").bodyAsJsonObject().getJsonArray("deadLetters"))
        .hasSize(1);

    healed.addAll(List.of("a", "b"));
    HttpResponse<Buffer> replayed = gateway.post(PATH + "/replay", ids(letters.get(0).id()));
    assertThat(replayed.statusCode()).isEqualTo(200);
    assertThat(replayed.bodyAsJsonObject().getInteger("count")).isEqualTo(1);
    Await.until(
        "handled this time",
        Duration.ofSeconds(10),
        () -> !healed.contains(letters.get(0).ticket()));

    HttpResponse<Buffer> dropped =
        gateway.post(PATH + "/drop", ids(letters.get(1).id(), UUID.randomUUID().toString()));
    assertThat(dropped.bodyAsJsonObject().getInteger("count")).isEqualTo(1);
    assertThat(gateway.get(PATH).bodyAsJsonObject().getJsonArray("deadLetters")).isEmpty();
    assertThat(healed).containsExactly(letters.get(1).ticket());
  }

  @Test
  void whatIsNotUnderstoodIsRefused() {
    start(AuthMode.LOCAL);

    assertThat(gateway.get(PATH + "?limit=0").statusCode()).isEqualTo(400);
    assertThat(gateway.post(PATH + "/replay", ids()).statusCode()).isEqualTo(400);
    assertThat(gateway.post(PATH + "/replay", "{}").statusCode()).isEqualTo(400);
    assertThat(gateway.post(PATH + "/drop", ids("seven")).bodyAsString()).contains("seven");
  }

  @Test
  void onlyTheOwnerMaySeeThem() {
    start(AuthMode.REQUIRED);

    assertThat(gateway.get(PATH, "X-API-Key", FakeServices.READER_KEY).statusCode()).isEqualTo(403);
    assertThat(gateway.get(PATH, "X-API-Key", FakeServices.OWNER_KEY).statusCode()).isEqualTo(200);
  }
}
