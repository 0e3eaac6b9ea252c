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
import io.moneyprinter.codecs.notification.DeleteNotices;
import io.moneyprinter.codecs.notification.Digest;
import io.moneyprinter.codecs.notification.GetNoticePreferences;
import io.moneyprinter.codecs.notification.KindChannels;
import io.moneyprinter.codecs.notification.ListNotices;
import io.moneyprinter.codecs.notification.MarkNotices;
import io.moneyprinter.codecs.notification.NoteShown;
import io.moneyprinter.codecs.notification.Notice;
import io.moneyprinter.codecs.notification.NoticeChannel;
import io.moneyprinter.codecs.notification.NoticeKind;
import io.moneyprinter.codecs.notification.NoticePreferences;
import io.moneyprinter.codecs.notification.Noticed;
import io.moneyprinter.codecs.notification.NotificationMessages;
import io.moneyprinter.codecs.notification.PutNoticePreferences;
import io.moneyprinter.codecs.notification.QuietHours;
import io.moneyprinter.codecs.notification.TakeMissed;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.users.AccountDeleted;
import io.moneyprinter.codecs.users.AccountMessages;
import io.moneyprinter.codecs.users.Departure;
import io.moneyprinter.codecs.users.Quota;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestNode;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people are told, from the event to their list. */
class NoticesTest {
  @RegisterExtension final TestNode test = TestNode.withDatabases();
  private final List<Noticed> live = new CopyOnWriteArrayList<>();
  private House house;

  @BeforeEach
  void start() {
    house = new House(test);
    NotificationMessages.NOTICED.subscribe(test.vertx().eventBus(), live::add);
    answer(
        test.vertx().deployVerticle(TestSettings.verticle(TestSettings.usual(), test.node())), 60);
  }

  @Test
  void whoOrderedAVideoIsToldOnceOfItsEndInTheirLanguage() {
    JobEvent event = house.happens(JobEvent.Type.JOB_COMPLETED);
    Notice told = house.notice(ANNA, 1);
    house.record(event);
    house.happens(JobEvent.Type.STEP_DONE);
    house.state = JobState.FAILED;
    house.happens(JobEvent.Type.JOB_FAILED);
    house.notice(ANNA, 2);

    assertThat(told.kind()).isEqualTo(NoticeKind.VIDEO_COMPLETED);
    assertThat(told.title()).isEqualTo("Your video “Tea <b>& sugar</b>” is ready");
    assertThat(told.href()).isEqualTo("/videos/" + event.jobId());
    assertThat(house.notices(ANNA).notices()).hasSize(2);
    assertThat(house.notices(OWNER).notices()).isEmpty();
    assertThat(
            house
                .ask(
                    ANNA,
                    NotificationMessages.LIST,
                    new ListNotices(
                        told.number() + 1, 50, true, NoticeKind.VIDEO_COMPLETED, "de-AT"))
                .notices())
        .extracting(Notice::title)
        .containsExactly("Ihr Video „Tea <b>& sugar</b>“ ist fertig");
    Await.until("open pages hear of both", House.LIMIT, () -> live.size() == 2);
    assertThat(live.get(1).unread()).isEqualTo(2);
  }

  @Test
  void whatAProgramOrNobodyOrderedIsToldToThoseWhoRuleTheTenantAndRowsOfABatchToNobody() {
    house.orderedBy = "robot";
    house.happens(JobEvent.Type.JOB_COMPLETED);
    house.notice(OWNER, 1);
    house.orderedBy = "system";
    house.happens(JobEvent.Type.APPROVAL_WANTED);
    house.notice(OWNER, 2);
    house.batch = "0198";
    house.happens(JobEvent.Type.JOB_COMPLETED);
    Await.until("the row was looked at", House.LIMIT, () -> house.looked.get() == 3);
    house.quota = new Quota("free", 10, 8, Instant.parse("2027-01-01T00:00:00Z"));
    house.happens(JobEvent.Type.JOB_CREATED);
    house.happens(JobEvent.Type.JOB_CREATED);

    assertThat(house.notice(OWNER, 3).text())
        .isEqualTo("8 of 10 videos of this month are ordered. It begins anew on 2027-01-01.");
    house.quota = new Quota("free", 10, 10, Instant.parse("2027-01-01T00:00:00Z"));
    house.happens(JobEvent.Type.JOB_CREATED);
    assertThat(house.notice(OWNER, 4).kind()).isEqualTo(NoticeKind.QUOTA_REACHED);
    assertThat(house.notices(OWNER).notices()).hasSize(4);
    assertThat(house.notices(ANNA).notices()).isEmpty();
  }

  @Test
  void aLoginFromANewPlaceAndAChangedPasswordAreToldButNotTheFirstLogin() {
    login("192.0.2.1");
    login("192.0.2.1");
    audit(AuditActions.PASSWORD_CHANGE, "192.0.2.1");
    assertThat(house.notice(ANNA, 1).text()).contains("the password was changed, from 192.0.2.1");
    login("192.0.2.2");

    assertThat(house.notice(ANNA, 2).kind()).isEqualTo(NoticeKind.SECURITY_LOGIN);
    assertThat(house.notices(ANNA).notices()).hasSize(2);
  }

  @Test
  void whoseRoleIsChangedIsToldAndNotWhoDidIt() {
    AuditMessages.RECORDED.publish(
        test.vertx().eventBus(),
        RecordAudit.of(AuditActions.ROLE_CHANGE, AuditOutcome.SUCCESS)
            .by("local", OWNER)
            .on("user:" + ANNA)
            .with("role", "VIEWER"));

    Notice told = house.notice(ANNA, 1);
    assertThat(told.kind()).isEqualTo(NoticeKind.SECURITY_CREDENTIALS);
    assertThat(told.text()).contains("your role was changed");
    assertThat(told.data()).containsEntry("role", "VIEWER");
    assertThat(house.notices(OWNER).notices()).isEmpty();
  }

  @Test
  void noticesAreReadUnreadAndTakenAwayByTheirOwnerAlone() {
    for (int i = 1; i <= 3; i++) {
      house.happens(JobEvent.Type.JOB_COMPLETED);
      house.notice(ANNA, i);
    }
    List<Notice> three = house.notices(ANNA).notices();
    String first = three.get(2).id();

    assertThat(mark(OWNER, new MarkNotices(List.of(first), null, true))).isZero();
    assertThat(mark(ANNA, new MarkNotices(List.of(first), null, true))).isOne();
    assertThat(mark(ANNA, new MarkNotices(null, three.get(1).number(), true))).isOne();
    assertThat(house.notices(ANNA).unread()).isOne();
    assertThat(mark(ANNA, new MarkNotices(List.of(first), null, false))).isOne();
    house.ask(ANNA, NotificationMessages.DELETE, new DeleteNotices(List.of(first)));
    assertThat(house.notices(ANNA).notices()).hasSize(2);
    assertThat(
            failure(
                    NotificationMessages.LIST.ask(
                        test.vertx().eventBus(), new ListNotices(null, 0, false, null, null)))
                .code())
        .isEqualTo(FailureCode.INVALID);

    house.departures = List.of(new Departure(1, "local", ANNA, false, Instant.now()));
    AccountMessages.ACCOUNT_DELETED.publish(
        test.vertx().eventBus(), new AccountDeleted("local", ANNA, false));
    Await.until(
        "nothing is left of her", House.LIMIT, () -> house.notices(ANNA).notices().isEmpty());
  }

  @Test
  void whatNoPageShowedWaitsInRedisAndWithoutItInPostgres() {
    house.happens(JobEvent.Type.JOB_COMPLETED);
    house.notice(ANNA, 1);
    house.happens(JobEvent.Type.JOB_COMPLETED);
    Notice second = house.notice(ANNA, 2);
    Await.until("both are held", House.LIMIT, () -> held() == 2);

    assertThat(missed()).hasSize(2);
    house.ask(ANNA, NotificationMessages.SHOWN, new NoteShown(List.of(second.id())));
    assertThat(held()).isOne();
    assertThat(missed()).hasSize(1).doesNotContain(second);
    answer(test.node().redis().api().del(List.of("moneyprinter:notices:local:" + ANNA)));
    assertThat(missed()).hasSize(1);
    mark(ANNA, new MarkNotices(null, null, true));
    assertThat(missed()).isEmpty();
  }

  @Test
  void preferencesAreCheckedKeptOnceAndFollowed() {
    NoticePreferences usual = preferences();
    assertThat(usual.version()).isZero();
    assertThat(usual.email()).isEqualTo("anna@example.org");
    assertThat(usual.kinds()).hasSize(NoticeKind.values().length);
    assertThat(
            failure(
                    put(
                        new NoticePreferences(
                            0,
                            "xx",
                            "Moon",
                            new QuietHours("7", "8"),
                            null,
                            24,
                            List.of(),
                            null,
                            null),
                        0))
                .violations())
        .extracting("pointer")
        .contains("/language", "/zone", "/quiet/from", "/quiet/until", "/digestAt");

    LocalTime now = LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
    NoticePreferences quiet =
        new NoticePreferences(
            0,
            "es",
            "UTC",
            new QuietHours(now.minusHours(1).toString(), now.plusHours(1).toString()),
            Digest.DAILY,
            9,
            List.of(
                new KindChannels(NoticeKind.VIDEO_COMPLETED, List.of(NoticeChannel.LIVE)),
                new KindChannels(NoticeKind.SECURITY_LOGIN, List.of())),
            null,
            null);
    assertThat(answer(put(quiet, 0)).version()).isOne();
    assertThat(failure(put(quiet, 0)).code()).isEqualTo(FailureCode.CONFLICT);
    assertThat(preferences().language()).isEqualTo("es");

    house.happens(JobEvent.Type.JOB_COMPLETED);
    assertThat(house.notice(ANNA, 1).title()).startsWith("Tu vídeo");
    audit(AuditActions.MFA_CHANGE, "192.0.2.1");
    house.notice(ANNA, 2);
    Await.until("open pages hear of both", House.LIMIT, () -> live.size() == 2);
    assertThat(live.get(0).notice()).as("quiet hours").isNull();
    assertThat(live.get(1).notice()).as("urgent").isNotNull();
  }

  private void login(String address) {
    audit(AuditActions.LOGIN, address);
  }

  private void audit(String action, String address) {
    AuditMessages.RECORDED.publish(
        test.vertx().eventBus(),
        RecordAudit.of(action, AuditOutcome.SUCCESS).by("local", ANNA).from(address));
  }

  private int mark(String subject, MarkNotices wish) {
    return house.ask(subject, NotificationMessages.MARK, wish).changed();
  }

  private List<Notice> missed() {
    return house.ask(ANNA, NotificationMessages.MISSED, new TakeMissed()).notices();
  }

  private long held() {
    return answer(test.node().redis().api().zcard("moneyprinter:notices:local:" + ANNA)).toLong();
  }

  private NoticePreferences preferences() {
    return house.ask(ANNA, NotificationMessages.PREFERENCES, new GetNoticePreferences());
  }

  private io.vertx.core.Future<NoticePreferences> put(NoticePreferences wish, Integer expected) {
    return NotificationMessages.PUT_PREFERENCES.ask(
        test.vertx().eventBus(), new PutNoticePreferences(wish, expected), House.as(ANNA));
  }
}
