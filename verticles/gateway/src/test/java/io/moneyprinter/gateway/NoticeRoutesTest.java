package io.moneyprinter.gateway;

import static io.moneyprinter.gateway.RunningGateway.problem;
import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.notification.CreateWebhook;
import io.moneyprinter.codecs.notification.DeliveryList;
import io.moneyprinter.codecs.notification.DeliveryState;
import io.moneyprinter.codecs.notification.Digest;
import io.moneyprinter.codecs.notification.EditWebhook;
import io.moneyprinter.codecs.notification.ListDeliveries;
import io.moneyprinter.codecs.notification.ListNotices;
import io.moneyprinter.codecs.notification.MarkNotices;
import io.moneyprinter.codecs.notification.Notice;
import io.moneyprinter.codecs.notification.NoticeKind;
import io.moneyprinter.codecs.notification.NoticeList;
import io.moneyprinter.codecs.notification.NoticePreferences;
import io.moneyprinter.codecs.notification.Noticed;
import io.moneyprinter.codecs.notification.NotificationMessages;
import io.moneyprinter.codecs.notification.ReplayDeliveries;
import io.moneyprinter.codecs.notification.ReplayedDeliveries;
import io.moneyprinter.codecs.notification.UnreadCount;
import io.moneyprinter.codecs.notification.Webhook;
import io.moneyprinter.codecs.notification.WebhookDelivery;
import io.moneyprinter.codecs.notification.WebhookMessages;
import io.moneyprinter.codecs.notification.WebhookSecret;
import io.moneyprinter.gateway.auth.AuthMode;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Notices and webhooks, as they travel between HTTP and the notification service. */
class NoticeRoutesTest {
  private static final String ID = UUID.randomUUID().toString();
  private static final Webhook WEBHOOK =
      new Webhook(
          ID,
          "local",
          "https://example.org/",
          "n8n",
          List.of(),
          true,
          null,
          null,
          null,
          Instant.EPOCH);
  private static final WebhookDelivery SENT =
      new WebhookDelivery(
          ID,
          41,
          ID,
          "video.completed",
          DeliveryState.FAILED,
          Instant.EPOCH,
          null,
          "{}",
          List.of());

  @RegisterExtension final TestNode test = TestNode.plain();
  private final List<Record> asked = new CopyOnWriteArrayList<>();
  private RunningGateway gateway;

  @BeforeEach
  void start() {
    gateway = RunningGateway.start(test.node(), AuthMode.LOCAL);
    serve(NotificationMessages.LIST, new NoticeList(List.of(notice("owner")), 3, true));
    serve(NotificationMessages.MARK, new UnreadCount(0, 3));
    serve(NotificationMessages.SHOWN, new UnreadCount(0, 1));
    serve(WebhookMessages.CREATE, new WebhookSecret(WEBHOOK, "whsec_AAAA"));
    serve(WebhookMessages.EDIT, WEBHOOK);
    serve(WebhookMessages.DELIVERIES, new DeliveryList(List.of(SENT), true));
    serve(WebhookMessages.REPLAY, new ReplayedDeliveries(2));
  }

  @Test
  void noticesAreListedPageByPageAndMarked() {
    JsonObject page =
        gateway
            .get("/v1/notifications?limit=1&unread=true&kind=video_completed")
            .bodyAsJsonObject();

    assertThat(page.getInteger("unread")).isEqualTo(3);
    assertThat(page.getJsonArray("notifications").getJsonObject(0).getString("title"))
        .isEqualTo("Done");
    assertThat(asked)
        .containsExactly(new ListNotices(null, 1, true, NoticeKind.VIDEO_COMPLETED, null));
    gateway.get(page.getString("next"));
    assertThat(asked.get(1))
        .isEqualTo(new ListNotices(41L, 1, true, NoticeKind.VIDEO_COMPLETED, null));
    assertThat(send(HttpMethod.POST, "/v1/notifications/read", "{\"upTo\":41}").statusCode())
        .isEqualTo(200);
    assertThat(asked.get(2)).isEqualTo(new MarkNotices(null, 41L, true));
    assertThat(problem(gateway.get("/v1/notifications?kind=gossip")).getInteger("status"))
        .isEqualTo(400);
  }

  @Test
  void preferencesAreChangedOnlyByWhoHasSeenTheLatest() {
    NoticePreferences kept =
        new NoticePreferences(2, "de", "UTC", null, Digest.NONE, 8, List.of(), null, null);
    serve(NotificationMessages.PREFERENCES, kept);
    NotificationMessages.PUT_PREFERENCES.serve(
        test.vertx().eventBus(),
        wish ->
            wish.expected() == null || wish.expected() == 2
                ? Future.succeededFuture(kept)
                : Future.failedFuture(ServiceFailure.conflict("Somebody was quicker")));

    assertThat(gateway.get("/v1/notifications/preferences").getHeader("ETag")).isEqualTo("\"2\"");
    assertThat(put("\"2\"").statusCode()).isEqualTo(200);
    assertThat(put("\"1\"").statusCode()).isEqualTo(412);
    assertThat(
            problem(gateway.put("/v1/notifications/preferences", "{\"email\":\"a@example.org\"}"))
                .getInteger("status"))
        .isEqualTo(400);
  }

  @Test
  void webhooksAreAddedSwitchedAndReplayed() {
    HttpResponse<Buffer> made =
        send(
            HttpMethod.POST,
            "/v1/webhooks",
            "{\"url\":\"https://example.org/\",\"kinds\":[\"VIDEO_FAILED\"]}");
    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(made.getHeader("Location")).isEqualTo("/v1/webhooks/" + ID);
    assertThat(made.bodyAsJsonObject().getString("secret")).isEqualTo("whsec_AAAA");
    send(HttpMethod.PUT, "/v1/webhooks/" + ID, "{\"enabled\":false}");
    JsonObject page =
        gateway.get("/v1/webhooks/" + ID + "/deliveries?limit=1&state=failed").bodyAsJsonObject();
    gateway.get(page.getString("next"));
    assertThat(send(HttpMethod.POST, "/v1/webhooks/" + ID + "/replay", "{}").bodyAsJsonObject())
        .isEqualTo(new JsonObject(Map.of("count", 2)));

    assertThat(asked)
        .containsExactly(
            new CreateWebhook("https://example.org/", null, List.of(NoticeKind.VIDEO_FAILED)),
            new EditWebhook(ID, null, null, null, false),
            new ListDeliveries(ID, null, 1, DeliveryState.FAILED),
            new ListDeliveries(ID, 41L, 1, DeliveryState.FAILED),
            new ReplayDeliveries(ID, null));
  }

  @Test
  void aSocketHearsWhatItsOwnerMissedAndIsToldAndNothingOfOthers() {
    List<JsonObject> heard = new CopyOnWriteArrayList<>();
    String subject = "owner";
    serve(NotificationMessages.MISSED, new NoticeList(List.of(notice(subject)), 1, false));
    WebSocketClient client = test.vertx().createWebSocketClient();
    answer(
            client.connect(
                new WebSocketConnectOptions()
                    .setHost("127.0.0.1")
                    .setPort(gateway.port())
                    .setURI("/v1/events")))
        .textMessageHandler(text -> heard.add(new JsonObject(text)))
        .writeTextMessage("{\"watch\":\"NOTICES\"}");
    Await.until("what was missed came", Duration.ofSeconds(10), () -> heard.size() == 2);
    NotificationMessages.NOTICED.publish(
        test.vertx().eventBus(), new Noticed("local", "somebody else", notice("x"), 1));
    NotificationMessages.NOTICED.publish(
        test.vertx().eventBus(), new Noticed("local", subject, null, 0));
    Await.until("the live one came", Duration.ofSeconds(10), () -> heard.size() == 3);

    assertThat(heard.get(1).getJsonObject("notice").getJsonObject("notice").getString("title"))
        .isEqualTo("Done");
    assertThat(heard.get(2).getJsonObject("notice").getInteger("unread")).isZero();
    answer(client.close()); // nobody's any more, it would have closed the socket by itself
  }

  private static Notice notice(String subject) {
    return new Notice(
        ID,
        41,
        "local",
        subject,
        NoticeKind.VIDEO_COMPLETED,
        NoticeKind.Weight.SUCCESS,
        "Done",
        "It is done.",
        "/videos/1",
        Map.of(),
        Instant.EPOCH,
        null);
  }

  private HttpResponse<Buffer> put(String version) {
    return answer(
        gateway
            .json(HttpMethod.PUT, "/v1/notifications/preferences")
            .putHeader("If-Match", version)
            .sendBuffer(Buffer.buffer("{\"language\":\"de\"}")));
  }

  private HttpResponse<Buffer> send(HttpMethod method, String path, String body) {
    return answer(gateway.json(method, path).sendBuffer(Buffer.buffer(body)));
  }

  private <Q extends Record, R extends Record> void serve(Endpoint<Q, R> endpoint, R reply) {
    endpoint.serve(
        test.vertx().eventBus(),
        wish -> {
          if (!endpoint.address().matches("notification\\.(missed|shown)")) {
            asked.add(wish);
          }
          return Future.succeededFuture(reply);
        });
  }
}
