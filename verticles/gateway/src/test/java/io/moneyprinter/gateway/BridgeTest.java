package io.moneyprinter.gateway;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moneyprinter.codecs.config.ConfigMessages;
import io.moneyprinter.codecs.config.Setting;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The event-bus bridge, spoken to as the usual clients do: JSON over its plain WebSocket. */
class BridgeTest {
  private static final String BRIDGE = "/v1/bridge/websocket";

  @RegisterExtension final TestNode test = TestNode.plain();
  private WebSocketClient sockets;
  private RunningGateway gateway;

  /** A client and what it heard. */
  private final class Client {
    final List<JsonObject> heard = new CopyOnWriteArrayList<>();
    final WebSocket socket;

    Client(String path, String... headers) {
      WebSocketConnectOptions options =
          new WebSocketConnectOptions()
              .setHost("127.0.0.1")
              .setPort(gateway.port())
              .setURI(path)
              .setAllowOriginHeader(List.of(headers).contains("Origin"));
      for (int i = 0; i < headers.length; i += 2) {
        options.addHeader(headers[i], headers[i + 1]);
      }
      socket =
          answer(
              sockets
                  .connect(options)
                  .onSuccess(
                      open -> {
                        open.textMessageHandler(text -> heard.add(new JsonObject(text)));
                        open.binaryMessageHandler(b -> heard.add(new JsonObject(b)));
                      }));
    }

    Client say(JsonObject message) {
      socket.writeTextMessage(message.encode());
      return this;
    }

    Client register(String address) {
      return say(new JsonObject().put("type", "register").put("address", address));
    }

    JsonObject ask(String address, JsonObject body) {
      int before = heard.size();
      say(
          new JsonObject()
              .put("type", "send")
              .put("address", address)
              .put("replyAddress", "r" + before)
              .put("headers", new JsonObject().put("tenant", "other").put("subject", "forged"))
              .put("body", body));
      awaitMore(before);
      return heard.get(before);
    }

    void awaitMore(int than) {
      Await.until("something is heard", Duration.ofSeconds(5), () -> heard.size() > than);
    }
  }

  @BeforeEach
  void start() {
    sockets = test.vertx().createWebSocketClient(); // nobody's any more, it would close its sockets
    gateway = RunningGateway.start(test.node(), TestConfig.with("auth", "required"));
  }

  private Client connect(String key) {
    return new Client(BRIDGE, "X-API-Key", key);
  }

  private String video(String key) {
    return answer(
            gateway
                .json(HttpMethod.POST, "/v1/videos")
                .putHeader("X-API-Key", key)
                .sendBuffer(Buffer.buffer(RunningGateway.SCRIPT)))
        .bodyAsJsonObject()
        .getString("id");
  }

  @Test
  void aPermittedAddressAnswersInTheNameOfTheSocketsCaller() {
    String id = video(FakeServices.OWNER_KEY);
    Client ada = connect(FakeServices.OWNER_KEY);

    JsonObject who = ada.ask("client.who-am-i", new JsonObject()).getJsonObject("body");
    JsonObject mine = ada.ask("client.videos.get", new JsonObject().put("jobId", id));
    JsonObject wrong = ada.ask("client.videos.get", new JsonObject().put("job", id));

    assertThat(who.getString("tenant")).as("not what the client wrote").isEqualTo("acme");
    assertThat(who.getString("subject")).isEqualTo("ada");
    assertThat(mine.getJsonObject("body").getString("id")).isEqualTo(id);
    assertThat(wrong.getInteger("failureCode")).isEqualTo(400);
  }

  @Test
  void anotherTenantsVideoIsNeitherShownNorHeard() {
    String theirs = video(FakeServices.OTHER_TENANT_KEY);
    Client ada = connect(FakeServices.OWNER_KEY);

    JsonObject shown = ada.ask("client.videos.get", new JsonObject().put("jobId", theirs));
    ada.register("client.videos." + theirs).register("client.events.other");
    ada.awaitMore(2);
    ada.register("client.events.acme");
    int before = ada.heard.size();
    gateway.services.emit(theirs, JobEvent.Type.STEP_DONE, "content", "theirs");
    String own = video(FakeServices.OWNER_KEY);
    ada.awaitMore(before);

    assertThat(shown.getInteger("failureCode")).isEqualTo(404);
    assertThat(ada.heard.subList(1, 3))
        .allSatisfy(m -> assertThat(m.getString("type")).isEqualTo("err"));
    assertThat(ada.heard.subList(3, ada.heard.size()))
        .allSatisfy(m -> assertThat(m.getJsonObject("body").getString("jobId")).isEqualTo(own));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "orchestration.get-job",
        "users.authenticate",
        "config.put",
        "client.videos.*",
        "__vertx.circuit-breaker"
      })
  void noOtherAddressOfTheBusIsReached(String address) {
    Client ada = connect(FakeServices.OWNER_KEY);

    assertThat(ada.ask(address, new JsonObject()).getString("type")).isEqualTo("err");
    ada.register(address);
    ada.awaitMore(1);
    assertThat(ada.heard.get(1).getString("type")).isEqualTo("err");
    ada.say(new JsonObject().put("type", "publish").put("address", address).put("body", 1));
    ada.awaitMore(2);
    assertThat(ada.heard.get(2).getString("type")).isEqualTo("err");
  }

  @Test
  void everyMessageNeedsItsScope() {
    String id = video(FakeServices.OWNER_KEY);
    Client reader = connect(FakeServices.READER_KEY);
    JsonObject job = new JsonObject().put("jobId", id);

    assertThat(reader.ask("client.videos.get", job).getString("type")).isNotEqualTo("err");
    assertThat(reader.ask("client.videos.cancel", job).getString("type")).isEqualTo("err");
    assertThat(
            reader.ask("client.settings.get", new JsonObject().put("key", "a.b")).getString("type"))
        .isEqualTo("err");
  }

  @Test
  void aSocketNeedsACredentialAndAKnownOrigin() {
    assertThatThrownBy(() -> new Client(BRIDGE))
        .isInstanceOfSatisfying(
            UpgradeRejectedException.class, e -> assertThat(e.getStatus()).isEqualTo(401));
    assertThatThrownBy(
            () ->
                new Client(
                    BRIDGE,
                    "X-API-Key",
                    FakeServices.OWNER_KEY,
                    "Origin",
                    "https://evil.example.org"))
        .isInstanceOfSatisfying(
            UpgradeRejectedException.class, e -> assertThat(e.getStatus()).isEqualTo(403));
    assertThatThrownBy(() -> new Client(BRIDGE + "?access_token=" + FakeServices.OWNER_KEY))
        .as("no API key in an address")
        .isInstanceOf(UpgradeRejectedException.class);
    new Client(BRIDGE + "?access_token=" + FakeServices.TOKEN);
  }

  @Test
  void aSocketThatTalksTooMuchOrListensTooMuchIsStopped() {
    Client ada = connect(FakeServices.OWNER_KEY);
    for (int i = 0; i < 4; i++) {
      ada.register("client.videos." + video(FakeServices.OWNER_KEY));
    }
    ada.awaitMore(0);
    assertThat(ada.heard).filteredOn(m -> "err".equals(m.getString("type"))).hasSize(1);

    for (int i = 0; i < 30; i++) {
      ada.say(new JsonObject().put("type", "ping"));
    }
    Await.until("it is closed", Duration.ofSeconds(5), ada.socket::isClosed);
    assertThat(ada.socket.closeStatusCode()).isEqualTo((short) 1008);
  }

  @Test
  void aStoppingNodeClosesTheBridgeInGoodOrder() {
    Client ada = connect(FakeServices.OWNER_KEY);
    ada.ask("client.who-am-i", new JsonObject());

    answer(test.vertx().undeploy(gateway.deployment));
    Await.until("it is closed", Duration.ofSeconds(5), ada.socket::isClosed);

    assertThat(ada.socket.closeStatusCode()).isEqualTo((short) 1001);
  }

  @Test
  void theEventSocketTellsOfOwnJobsAndOfSettings() {
    Client ada = new Client("/v1/events?access_token=" + FakeServices.TOKEN);
    Client reader = new Client("/v1/events", "X-API-Key", FakeServices.READER_KEY);
    ada.say(new JsonObject().put("watch", "NOTIFICATIONS"));
    ada.say(new JsonObject().put("watch", "SETTINGS").put("prefix", "video."));
    reader.say(new JsonObject().put("watch", "SETTINGS"));
    ada.awaitMore(1);
    reader.awaitMore(0);

    video(FakeServices.OTHER_TENANT_KEY);
    String own = video(FakeServices.OWNER_KEY);
    for (String key : List.of("speech.rate", "video.watermark")) {
      ConfigMessages.CHANGED.publish(
          test.vertx().eventBus(), new Setting(key, "1", 1, Instant.now(), "ada"));
    }
    ada.awaitMore(3);

    assertThat(reader.heard.get(0).getJsonObject("refused").getString("type"))
        .endsWith("forbidden");
    assertThat(ada.heard).hasSize(4);
    assertThat(ada.heard.get(2).getJsonObject("notification").getString("jobId")).isEqualTo(own);
    assertThat(ada.heard.get(3).getJsonObject("setting").getString("key"))
        .isEqualTo("video.watermark");
  }
}
