package io.moneyprinter.notification;

import static io.moneyprinter.notification.House.ANNA;
import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.notification.CreateWebhook;
import io.moneyprinter.codecs.notification.DeliveryState;
import io.moneyprinter.codecs.notification.EditWebhook;
import io.moneyprinter.codecs.notification.GetWebhook;
import io.moneyprinter.codecs.notification.ListDeliveries;
import io.moneyprinter.codecs.notification.NoticeKind;
import io.moneyprinter.codecs.notification.ReplayDeliveries;
import io.moneyprinter.codecs.notification.RotateWebhook;
import io.moneyprinter.codecs.notification.TestWebhook;
import io.moneyprinter.codecs.notification.Webhook;
import io.moneyprinter.codecs.notification.WebhookDelivery;
import io.moneyprinter.codecs.notification.WebhookMessages;
import io.moneyprinter.codecs.notification.WebhookSecret;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.notification.webhook.WebhookConfig;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.ProviderStub;
import io.moneyprinter.testsupport.TestNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Messages to other systems, checked as Standard Webhooks says.
 *
 * @see <a
 *     href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">
 *     Standard Webhooks</a>
 */
class WebhooksTest {
  @RegisterExtension final TestNode test = TestNode.withDatabases();
  private House house;
  private ProviderStub other;

  @BeforeEach
  void begin() {
    house = new House(test);
    other = new ProviderStub(test.vertx());
    other.otherwise(request -> request.response().setStatusCode(204).end());
  }

  @Test
  void aMessageIsSignedLoggedAndSentOnceMoreUntilItArrives() throws Exception {
    start(Duration.ofDays(5));
    WebhookSecret made = create(NoticeKind.VIDEO_COMPLETED);
    assertThat(made.secret()).startsWith("whsec_");
    other.replies(500, "text/plain", io.vertx.core.buffer.Buffer.buffer("out of order"));

    JobEvent event = house.happens(JobEvent.Type.JOB_COMPLETED);
    house.happens(JobEvent.Type.APPROVAL_WANTED); // not wanted here
    WebhookDelivery sent = delivery(made.webhook(), DeliveryState.DELIVERED);

    assertThat(other.asked()).hasSize(2);
    ProviderStub.Asked message = other.last();
    assertThat(message.headers().get("webhook-id")).isEqualTo(sent.id());
    assertThat(message.headers().get("webhook-signature"))
        .isEqualTo(signature(made.secret(), message));
    assertThat(message.json().getString("type")).isEqualTo("video.completed");
    assertThat(message.json().getJsonObject("data").getString("video")).isEqualTo(event.jobId());
    assertThat(sent.attempts()).extracting("status").containsExactly(500, 204);
    assertThat(sent.attempts().get(0).response()).isEqualTo("out of order");
    assertThat(sent.body()).isEqualTo(message.body().toString());

    assertThat(replay(made.webhook(), sent.id())).isOne();
    Await.until("it came once more", House.LIMIT, () -> other.asked().size() == 3);
    assertThat(other.last().headers().get("webhook-id")).isEqualTo(sent.id());
    assertThat(other.last().body()).isEqualTo(message.body());
  }

  @Test
  void afterARotationMessagesAreSignedByBothSecretsAndTheDatabaseHasNeitherInClear()
      throws Exception {
    start(Duration.ofDays(5));
    WebhookSecret old = create();
    WebhookSecret fresh =
        house.ask(ANNA, WebhookMessages.ROTATE, new RotateWebhook(old.webhook().id(), 1));
    assertThat(fresh.webhook().oldSecretUntil()).isNotNull();

    WebhookDelivery sent =
        house.ask(ANNA, WebhookMessages.TEST, new TestWebhook(old.webhook().id()));

    assertThat(sent.state()).isEqualTo(DeliveryState.DELIVERED);
    assertThat(other.last().json().getString("type")).isEqualTo("webhook.test");
    assertThat(other.last().headers().get("webhook-signature").split(" "))
        .containsExactly(
            signature(fresh.secret(), other.last()), signature(old.secret(), other.last()));
    Database database = answer(test.node().databases().open("notification"), 60);
    byte[] stored =
        answer(database.writer().query("SELECT secret FROM webhook").execute())
            .iterator()
            .next()
            .getBuffer(0)
            .getBytes();
    byte[] key = Base64.getDecoder().decode(fresh.secret().substring(6));
    assertThat(new String(stored, StandardCharsets.ISO_8859_1))
        .doesNotContain(new String(key, StandardCharsets.ISO_8859_1));
    house.ask(ANNA, WebhookMessages.ROTATE, new RotateWebhook(old.webhook().id(), 0));
    house.ask(ANNA, WebhookMessages.TEST, new TestWebhook(old.webhook().id()));
    assertThat(other.last().headers().get("webhook-signature")).doesNotContain(" ");
  }

  @Test
  void anAddressThatFailsForLongIsSwitchedOffItsOwnerIsToldAndWhatFailedCanBeReplayed() {
    start(Duration.ofMillis(1));
    Webhook webhook = create().webhook();
    other.otherwise(request -> request.response().setStatusCode(503).end());

    house.happens(JobEvent.Type.JOB_COMPLETED);

    Await.until("it is switched off", House.LIMIT, () -> !get(webhook).enabled());
    assertThat(get(webhook).disabledReason()).contains("503");
    Await.until(
        "its owner is told",
        House.LIMIT,
        () ->
            house.notices(ANNA).notices().stream()
                .anyMatch(notice -> notice.kind() == NoticeKind.WEBHOOK_DISABLED));
    delivery(webhook, DeliveryState.FAILED);
    assertThat(
            failure(
                    WebhookMessages.REPLAY.ask(
                        test.vertx().eventBus(), new ReplayDeliveries(webhook.id(), null)))
                .code())
        .isEqualTo(FailureCode.CONFLICT);

    other.otherwise(request -> request.response().end("fine"));
    house.ask(ANNA, WebhookMessages.EDIT, new EditWebhook(webhook.id(), null, null, null, true));
    assertThat(replay(webhook, null)).isOne();
    delivery(webhook, DeliveryState.DELIVERED);
    assertThat(get(webhook).failingSince()).isNull();
  }

  @Test
  void anAddressThatIsGoneIsSwitchedOffAtOnceAndASilentOneIsGivenUpInTime() {
    start(Duration.ofDays(5));
    Webhook gone = create(NoticeKind.VIDEO_COMPLETED).webhook();
    other.replies(410, "text/plain", io.vertx.core.buffer.Buffer.buffer("never again"));
    house.happens(JobEvent.Type.JOB_COMPLETED);
    Await.until("it is switched off", House.LIMIT, () -> !get(gone).enabled());

    other.otherwise(request -> {});
    WebhookDelivery silent = house.ask(ANNA, WebhookMessages.TEST, new TestWebhook(gone.id()));
    assertThat(silent.state()).isEqualTo(DeliveryState.FAILED);
    assertThat(silent.attempts().get(0).error()).isEqualTo("No answer within 2 s");
  }

  @Test
  void addressesInsideTheHouseOthersWebhooksAndTooManyAreRefused() {
    start(Duration.ofDays(5));
    for (String inside :
        List.of(
            "http://example.org/hook",
            "https://localhost/hook",
            "https://169.254.169.254/latest",
            "https://0x7f000001/",
            "ftp://example.org/",
            "https://user@example.org/")) {
      assertThat(failure(ask(new CreateWebhook(inside, null, List.of()))).code())
          .as(inside)
          .isEqualTo(FailureCode.INVALID);
    }
    assertThat(
            failure(
                    ask(
                        new CreateWebhook(
                            other.address(), null, List.of(NoticeKind.SECURITY_LOGIN))))
                .violations())
        .extracting("pointer")
        .containsExactly("/kinds");
    Webhook mine = create().webhook();
    create();
    create();
    assertThat(failure(ask(new CreateWebhook(other.address(), null, List.of()))).code())
        .isEqualTo(FailureCode.CONFLICT);
    assertThat(
            failure(
                    WebhookMessages.GET.ask(
                        test.vertx().eventBus(),
                        new GetWebhook(mine.id()),
                        CallContext.system("stranger")))
                .code())
        .isEqualTo(FailureCode.NOT_FOUND);
  }

  private void start(Duration disableAfter) {
    WebhookConfig webhooks =
        new WebhookConfig(
            Duration.ofSeconds(2),
            List.of("20ms", "20ms"),
            disableAfter,
            Duration.ofDays(30),
            List.of("127.0.0.1"),
            3);
    answer(
        test.vertx()
            .deployVerticle(TestSettings.verticle(TestSettings.with(webhooks), test.node())),
        60);
  }

  private io.vertx.core.Future<WebhookSecret> ask(CreateWebhook wish) {
    return WebhookMessages.CREATE.ask(test.vertx().eventBus(), wish, House.as(ANNA));
  }

  private WebhookSecret create(NoticeKind... kinds) {
    return answer(ask(new CreateWebhook(other.address() + "/hook", "n8n", Arrays.asList(kinds))));
  }

  private Webhook get(Webhook webhook) {
    return house.ask(ANNA, WebhookMessages.GET, new GetWebhook(webhook.id()));
  }

  private int replay(Webhook webhook, String delivery) {
    return house
        .ask(ANNA, WebhookMessages.REPLAY, new ReplayDeliveries(webhook.id(), delivery))
        .count();
  }

  private WebhookDelivery delivery(Webhook webhook, DeliveryState state) {
    ListDeliveries wish = new ListDeliveries(webhook.id(), null, 10, state);
    Await.until(
        "a message is " + state,
        House.LIMIT,
        () -> !house.ask(ANNA, WebhookMessages.DELIVERIES, wish).deliveries().isEmpty());
    return house.ask(ANNA, WebhookMessages.DELIVERIES, wish).deliveries().get(0);
  }

  /** As the receiving side computes it, from the headers and the body alone. */
  private static String signature(String secret, ProviderStub.Asked message) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(6)), "HmacSHA256"));
    String signed =
        message.headers().get("webhook-id")
            + "."
            + message.headers().get("webhook-timestamp")
            + "."
            + message.body();
    return "v1,"
        + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
  }
}
