package io.moneyprinter.notification;

import static io.moneyprinter.notification.House.ANNA;
import static io.moneyprinter.notification.House.OWNER;
import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.audit.AuditActions;
import io.moneyprinter.codecs.audit.AuditMessages;
import io.moneyprinter.codecs.audit.AuditOutcome;
import io.moneyprinter.codecs.audit.RecordAudit;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.notification.AddPushSubscription;
import io.moneyprinter.codecs.notification.DeletePushSubscription;
import io.moneyprinter.codecs.notification.Digest;
import io.moneyprinter.codecs.notification.ListPushSubscriptions;
import io.moneyprinter.codecs.notification.NoticePreferences;
import io.moneyprinter.codecs.notification.NotificationMessages;
import io.moneyprinter.codecs.notification.PushMessages;
import io.moneyprinter.codecs.notification.PushSubscription;
import io.moneyprinter.codecs.notification.PushSubscriptions;
import io.moneyprinter.codecs.notification.PutNoticePreferences;
import io.moneyprinter.codecs.notification.QuietHours;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.ProviderStub;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Notices at browsers, by way of a local push service that answers as RFC 8030 says.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8030">RFC 8030</a>
 */
class PushTest {
  @RegisterExtension final TestNode test = TestNode.withDatabases();
  private House house;
  private ProviderStub service;
  private PushBrowser browser;

  @BeforeEach
  void begin() throws Exception {
    house = new House(test);
    browser = new PushBrowser();
    service = new ProviderStub(test.vertx());
    service.otherwise(request -> request.response().setStatusCode(201).end());
    answer(
        test.vertx().deployVerticle(TestSettings.verticle(TestSettings.usual(), test.node())), 60);
  }

  @Test
  void aBusyServiceIsAskedAgainAndOnlyTheBrowserReadsWhatItIsTold() throws Exception {
    service.replies(429, "text/plain", Buffer.buffer("slowly"), "Retry-After", "0");
    service.breaks();
    PushSubscription kept = subscribe(ANNA);
    JobEvent event = house.happens(JobEvent.Type.JOB_COMPLETED);
    Await.until("it was sent", House.LIMIT, () -> list(ANNA).get(0).sentAt() != null);

    assertThat(service.asked()).hasSize(3);
    ProviderStub.Asked message = service.last();
    assertThat(message.path()).isEqualTo("/push/anna");
    JsonObject told = browser.read(message);
    assertThat(told.getString("title")).contains("Tea <b>& sugar</b>");
    assertThat(told.getString("href")).isEqualTo("/videos/" + event.jobId());
    assertThat(message.body().toString()).doesNotContain("Tea");
    assertThat(message.headers().get("content-encoding")).isEqualTo("aes128gcm");
    assertThat(message.headers().get("ttl")).isEqualTo("21600");
    assertThat(message.headers().get("urgency")).isEqualTo("normal");
    assertThat(message.headers().get("topic")).matches("[A-Za-z0-9_-]{32}");
    JsonObject claims = PushBrowser.claims(message, publicKey());
    assertThat(claims.getString("aud")).isEqualTo(service.address());
    assertThat(claims.getString("sub")).isEqualTo("mailto:moneyprinter@example.org");
    assertThat(Instant.ofEpochSecond(claims.getLong("exp")))
        .isBetween(Instant.now(), Instant.now().plusSeconds(86_400));
    assertThat(text("SELECT state FROM delivery")).isEqualTo("SENT");
    assertThat(list(ANNA)).extracting(PushSubscription::id).containsExactly(kept.id());
  }

  @Test
  void aBrowserThatIsNoMoreIsForgottenAndOneTakenAwayIsNotTold() {
    service.replies(410, "text/plain", Buffer.buffer("gone"));
    subscribe(ANNA);
    house.happens(JobEvent.Type.JOB_COMPLETED);
    Await.until("it is forgotten", House.LIMIT, () -> list(ANNA).isEmpty());

    PushSubscription again = subscribe(ANNA);
    assertThat(
            failure(
                    PushMessages.DELETE.ask(
                        test.vertx().eventBus(),
                        new DeletePushSubscription(again.id()),
                        House.as(OWNER)))
                .code())
        .isEqualTo(FailureCode.NOT_FOUND);
    assertThat(list(OWNER)).isEmpty();
    house.ask(ANNA, PushMessages.DELETE, new DeletePushSubscription(again.id()));
    house.happens(JobEvent.Type.JOB_COMPLETED);
    house.notice(ANNA, 2);
    assertThat(service.asked()).hasSize(1);
  }

  @Test
  void quietHoursHoldAndABrowserBelongsToWhoSubscribedItLast() {
    LocalTime now = LocalTime.now(ZoneOffset.UTC);
    DateTimeFormatter minutes = DateTimeFormatter.ofPattern("HH:mm");
    QuietHours quiet =
        new QuietHours(minutes.format(now.minusMinutes(5)), minutes.format(now.plusHours(2)));
    house.ask(
        ANNA,
        NotificationMessages.PUT_PREFERENCES,
        new PutNoticePreferences(
            new NoticePreferences(0, "en", "UTC", quiet, Digest.NONE, 8, List.of(), null, null),
            null));
    subscribe(ANNA);
    house.happens(JobEvent.Type.JOB_COMPLETED);
    house.notice(ANNA, 1);
    assertThat(text("SELECT (due > now() + interval '1 hour')::text FROM delivery"))
        .isEqualTo("true");
    add(OWNER, service.address() + "/push/anna");
    assertThat(list(ANNA)).isEmpty();
    assertThat(list(OWNER)).hasSize(1);
    text("UPDATE delivery SET due = now() RETURNING state");
    Await.until(
        "what was for Anna is not sent to another",
        House.LIMIT,
        () -> text("SELECT state FROM delivery").equals("NEEDLESS"));
    assertThat(service.asked()).isEmpty();
  }

  @Test
  void whatIsNoSubscriptionIsRefusedAndTheKeyStays() {
    String key = publicKey();
    assertThat(refused("http://10.0.0.1/push", browser.p256dh(), browser.auth())).contains("https");
    assertThat(refused("https://10.0.0.1/push", browser.p256dh(), browser.auth()))
        .contains("public internet");
    assertThat(refused(service.address(), "BAAA", browser.auth())).contains("65 bytes");
    assertThat(refused(service.address(), browser.p256dh(), "AAAA")).contains("16 bytes");
    assertThat(publicKey()).isEqualTo(key).hasSize(87);
    assertThat(text("SELECT octet_length(private_key)::text FROM push_key"))
        .as("sealed: longer than a key alone")
        .isNotEqualTo("67");
  }

  @Test
  void aBrowserIsForgottenWhenItsLoginIsEndedAndOthersStay() {
    subscribe(ANNA);
    for (String session : List.of("s1", "s2")) {
      house.ask(
          ANNA,
          PushMessages.ADD,
          new AddPushSubscription(
              service.address() + "/push/" + session,
              browser.p256dh(),
              browser.auth(),
              session,
              session));
    }
    assertThat(list(ANNA)).hasSize(3);

    revoke("session:s1");
    Await.until("forgotten", House.LIMIT, () -> list(ANNA).size() == 2);
    assertThat(list(ANNA)).extracting(PushSubscription::device).doesNotContain("s1");
    revoke("session:all");
    Await.until("all logins are ended", House.LIMIT, () -> list(ANNA).size() == 1);
    assertThat(list(ANNA)).extracting(PushSubscription::device).containsExactly("A browser");
  }

  private void revoke(String target) {
    AuditMessages.RECORDED.publish(
        test.vertx().eventBus(),
        RecordAudit.of(AuditActions.SESSION_REVOKE, AuditOutcome.SUCCESS)
            .by("local", ANNA)
            .on(target));
  }

  private PushSubscription subscribe(String subject) {
    return add(subject, service.address() + "/push/" + subject);
  }

  private PushSubscription add(String subject, String endpoint) {
    return house.ask(
        subject,
        PushMessages.ADD,
        new AddPushSubscription(endpoint, browser.p256dh(), browser.auth(), "A browser"));
  }

  private String refused(String endpoint, String p256dh, String auth) {
    ServiceFailure failure =
        failure(
            PushMessages.ADD.ask(
                test.vertx().eventBus(),
                new AddPushSubscription(endpoint, p256dh, auth, null),
                House.as(ANNA)));
    assertThat(failure.code()).isEqualTo(FailureCode.INVALID);
    return failure.violations().toString();
  }

  private PushSubscriptions all(String subject) {
    return house.ask(subject, PushMessages.LIST, new ListPushSubscriptions());
  }

  private List<PushSubscription> list(String subject) {
    return all(subject).subscriptions();
  }

  private String publicKey() {
    return all(ANNA).publicKey();
  }

  private String text(String sql) {
    return answer(run(sql)).getString(0);
  }

  private Future<Row> run(String sql) {
    Database database = answer(test.node().databases().open("notification"), 60);
    return database
        .writer()
        .query(sql)
        .execute()
        .map(rows -> rows.iterator().next())
        .eventually(database::close);
  }
}
