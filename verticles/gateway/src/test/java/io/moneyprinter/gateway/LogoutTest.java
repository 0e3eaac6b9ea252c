package io.moneyprinter.gateway;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.users.AccountMessages;
import io.moneyprinter.codecs.users.CredentialsChanged;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What stays open ends with the credential that it was opened with. */
class LogoutTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String[] PROXIED = {"X-Forwarded-For", "203.0.113.9"};

  @RegisterExtension final TestNode test = TestNode.plain();
  private RunningGateway gateway;
  private WebSocketClient client;

  @BeforeEach
  void start() {
    gateway =
        RunningGateway.start(
            test.node(),
            TestConfig.with(
                "auth",
                "required",
                "limits.enabled",
                "false",
                "http.trusted-proxies",
                "127.0.0.1",
                "threats.scans",
                "8"));
    client = test.vertx().createWebSocketClient();
  }

  private WebSocket connect(String path, String key, String... headers) {
    WebSocketConnectOptions options =
        new WebSocketConnectOptions()
            .setHost("127.0.0.1")
            .setPort(gateway.port())
            .setURI(path)
            .addHeader("X-API-Key", key);
    for (int i = 0; i < headers.length; i += 2) {
      options.addHeader(headers[i], headers[i + 1]);
    }
    return answer(client.connect(options));
  }

  private WebSocket events(String key, String... headers) {
    return connect("/v1/events", key, headers);
  }

  private EventReader stream(String key) {
    String video =
        answer(
                gateway
                    .json(HttpMethod.POST, "/v1/videos")
                    .putHeader("X-API-Key", key)
                    .sendBuffer(Buffer.buffer(RunningGateway.SCRIPT)))
            .bodyAsJsonObject()
            .getString("id");
    return new EventReader(test.vertx())
        .open(gateway.port(), "/v1/videos/" + video + "/events", "X-API-Key", key);
  }

  private void changed(String subject) {
    AccountMessages.CREDENTIALS_CHANGED.publish(
        test.vertx().eventBus(), new CredentialsChanged("acme", subject));
  }

  @Test
  void aRevokedCredentialEndsItsSocketsAndStreamsAtOnce() {
    WebSocket events = events(FakeServices.OWNER_KEY);
    WebSocket bridge = connect("/v1/bridge/websocket", FakeServices.OWNER_KEY);
    EventReader stream = stream(FakeServices.OWNER_KEY);
    WebSocket ofAnother = events(FakeServices.READER_KEY);
    WebSocket byToken =
        answer(
            client.connect(
                new WebSocketConnectOptions()
                    .setHost("127.0.0.1")
                    .setPort(gateway.port())
                    .setURI("/v1/events?access_token=" + FakeServices.TOKEN)));

    gateway.services.revoked.add(FakeServices.OWNER_KEY);
    changed("ada");

    Await.until("the socket is closed", SOON, events::isClosed);
    Await.until("the bridge is closed", SOON, bridge::isClosed);
    Await.until("the stream has ended", SOON, stream::ended);
    assertThat(events.closeStatusCode()).isEqualTo((short) 1008);
    assertThat(bridge.closeStatusCode()).isEqualTo((short) 1008);
    assertThat(events.closeReason()).contains("credential");
    assertThat(stream.text()).contains("credential");
    assertThat(ofAnother.isClosed()).isFalse();
    assertThat(byToken.isClosed()).as("another credential of the same person").isFalse();
  }

  @Test
  void aCredentialThatRunsOutEndsItsSocketThoughNobodyTells() {
    gateway.services.remembered = Duration.ofMillis(500);
    WebSocket events = events(FakeServices.OWNER_KEY);
    WebSocket ofAnother = events(FakeServices.READER_KEY);

    gateway.services.revoked.add(FakeServices.OWNER_KEY);

    Await.until("the socket is closed", SOON, events::isClosed);
    assertThat(ofAnother.isClosed()).isFalse();
  }

  @Test
  void whoIsLockedOutIsCutOff() {
    WebSocket locked = events(FakeServices.READER_KEY, PROXIED);
    WebSocket elsewhere = events(FakeServices.READER_KEY);

    for (int i = 0; i < 3; i++) {
      answer(
          gateway
              .request(HttpMethod.GET, "/wp-admin/setup.php")
              .putHeader(PROXIED[0], PROXIED[1])
              .send());
    }

    Await.until("the socket is closed", SOON, locked::isClosed);
    assertThat(elsewhere.isClosed()).isFalse();
  }
}
