package io.moneyprinter.gateway;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.gateway.auth.AuthMode;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EventSocketTest {
  @RegisterExtension final TestNode test = TestNode.plain();
  private final List<JsonObject> heard = new CopyOnWriteArrayList<>();
  private RunningGateway gateway;
  private WebSocketClient client;
  private String id;

  private void start(AuthMode mode) {
    gateway = RunningGateway.start(test.node(), mode);
    client = test.vertx().createWebSocketClient();
  }

  private WebSocket connect(String... headers) {
    WebSocketConnectOptions options =
        new WebSocketConnectOptions()
            .setHost("127.0.0.1")
            .setPort(gateway.port())
            .setURI("/v1/events")
            .setAllowOriginHeader(List.of(headers).contains("Origin"));
    for (int i = 0; i < headers.length; i += 2) {
      options.addHeader(headers[i], headers[i + 1]);
    }
    return answer(
        client
            .connect(options)
            .onSuccess(socket -> socket.textMessageHandler(t -> heard.add(new JsonObject(t)))));
  }

  private void await(int messages) {
    Await.until(
        "there are " + messages + " messages",
        Duration.ofSeconds(10),
        () -> heard.size() >= messages);
  }

  private List<Long> sequences() {
    return heard.stream()
        .filter(m -> m.containsKey("event"))
        .map(m -> m.getJsonObject("event").getLong("sequence"))
        .toList();
  }

  private void complete() {
    var job = gateway.services.jobs.get(id);
    gateway.services.with(job, JobState.COMPLETED, 1, null, null);
    gateway.services.emit(id, JobEvent.Type.JOB_COMPLETED, null, "Done");
  }

  @Test
  void aSocketFollowsJobsFromWhereItIsToldTo() {
    start(AuthMode.LOCAL);
    id = gateway.createVideo();
    gateway.services.emit(id, JobEvent.Type.STEP_STARTED, "content", "Writing");
    WebSocket socket = connect();
    socket.writeTextMessage("{\"subscribe\":\"" + id + "\",\"after\":1}");
    await(2);
    gateway.services.emit(id, JobEvent.Type.STEP_DONE, "content", "Written");
    complete();
    await(5);

    assertThat(heard.get(0).getString("subscribed")).isEqualTo(id);
    assertThat(sequences()).containsExactly(2L, 3L, 4L);
    assertThat(heard.get(4).getString("ended")).isEqualTo(id);
    assertThat(socket.isClosed()).isFalse();
  }

  @Test
  void aFinishedJobEndsForTheSocketWhenItsLastEventWasTold() {
    start(AuthMode.LOCAL);
    id = gateway.createVideo();
    gateway.services.with(gateway.services.jobs.get(id), JobState.COMPLETED, 1, null, null);
    WebSocket socket = connect();
    socket.writeTextMessage("{\"subscribe\":\"" + id + "\",\"after\":1}");
    await(1);
    gateway.services.store(id, JobEvent.Type.JOB_COMPLETED, null, "Told late");
    await(3);
    socket.writeTextMessage("{\"subscribe\":\"" + id + "\",\"after\":2}");
    await(5);

    assertThat(sequences()).containsExactly(2L);
    assertThat(heard.get(2).getString("ended")).isEqualTo(id);
    assertThat(heard.get(4).getString("ended")).isEqualTo(id);
  }

  @Test
  void aSocketFollowsNoLongerWhatItLetsGo() {
    start(AuthMode.LOCAL);
    id = gateway.createVideo();
    WebSocket socket = connect();
    socket.writeTextMessage("{\"subscribe\":\"" + id + "\"}");
    await(2);
    socket.writeTextMessage("{\"unsubscribe\":\"" + id + "\"}");
    await(3);
    gateway.services.emit(id, JobEvent.Type.STEP_DONE, "content", "Unheard");
    socket.writeTextMessage("{}");
    await(4);

    assertThat(sequences()).containsExactly(1L);
    assertThat(heard.get(3).getJsonObject("refused").getString("detail")).contains("subscribe");
  }

  @Test
  void aJobLetGoAndAskedForAnewIsFollowedOnce() {
    start(AuthMode.LOCAL);
    id = gateway.createVideo();
    WebSocket socket = connect();
    String subscribe = "{\"subscribe\":\"" + id + "\",\"after\":1}";
    socket.writeTextMessage(subscribe);
    socket.writeTextMessage("{\"unsubscribe\":\"" + id + "\"}");
    socket.writeTextMessage(subscribe);
    await(2);
    gateway.services.emit(id, JobEvent.Type.STEP_DONE, "content", "Written");
    complete();
    Await.until(
        "the job was let go and has ended",
        Duration.ofSeconds(10),
        () -> heard.stream().filter(m -> m.containsKey("ended")).count() >= 2);

    assertThat(sequences()).containsExactly(2L, 3L);
  }

  @Test
  void whatCannotBeFollowedIsRefusedAndTheSocketStays() {
    start(AuthMode.REQUIRED);
    WebSocket ada = connect("X-API-Key", FakeServices.OWNER_KEY);
    ada.writeTextMessage("{\"subscribe\":\"" + UUID.randomUUID() + "\"}");
    ada.writeTextMessage("{\"subscribe\":\"../etc\"}");
    ada.writeTextMessage("not json");
    ada.writeTextMessage("{\"follow\":1}");
    await(4);

    assertThat(heard)
        .allSatisfy(
            m -> assertThat(m.getJsonObject("refused").getString("type")).startsWith("urn:"));
    assertThat(ada.isClosed()).isFalse();
  }

  @Test
  void aSocketFollowsOnlySoManyJobs() {
    start(AuthMode.LOCAL);
    WebSocket socket = connect();
    for (int i = 0; i < 4; i++) {
      socket.writeTextMessage("{\"subscribe\":\"" + gateway.createVideo() + "\"}");
    }
    await(7);

    assertThat(heard).filteredOn(m -> m.containsKey("subscribed")).hasSize(3);
    assertThat(heard)
        .filteredOn(m -> m.containsKey("refused"))
        .singleElement()
        .satisfies(
            m -> assertThat(m.getJsonObject("refused").getString("detail")).contains("at most 3"));
  }

  @Test
  void aSocketThatTalksTooMuchIsClosed() {
    start(AuthMode.LOCAL);
    WebSocket socket = connect();
    for (int i = 0; i < 30; i++) {
      socket.writeTextMessage("{}");
    }
    Await.until("the socket is closed", Duration.ofSeconds(5), socket::isClosed);

    assertThat(socket.closeStatusCode()).isEqualTo((short) 1008);
  }

  @Test
  void aSocketOfAForeignPageIsRefused() {
    start(AuthMode.LOCAL);

    assertThatThrownBy(() -> connect("Origin", "https://evil.example.org"))
        .isInstanceOfSatisfying(
            UpgradeRejectedException.class, e -> assertThat(e.getStatus()).isEqualTo(403));
    connect("Origin", "http://127.0.0.1:" + gateway.port());
  }

  @Test
  void aSocketNeedsACredentialWhereOneIsRequired() {
    start(AuthMode.REQUIRED);

    assertThatThrownBy(this::connect)
        .isInstanceOfSatisfying(
            UpgradeRejectedException.class, e -> assertThat(e.getStatus()).isEqualTo(401));
    connect("Authorization", "Bearer " + FakeServices.TOKEN);
  }

  @Test
  void thePathSaysThatItSpeaksWebSocket() {
    start(AuthMode.LOCAL);

    assertThat(gateway.get("/v1/events").statusCode()).isEqualTo(426);
  }

  @Test
  void aStoppingNodeClosesItsSocketsInGoodOrder() {
    start(AuthMode.LOCAL);
    WebSocket socket = connect();

    answer(test.vertx().undeploy(gateway.deployment));
    Await.until("the socket is closed", Duration.ofSeconds(5), socket::isClosed);

    assertThat(socket.closeStatusCode()).isEqualTo((short) 1001);
  }
}
