package io.moneyprinter.users;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.audit.AuditActions;
import io.moneyprinter.codecs.audit.AuditOutcome;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.config.ConfigMessages;
import io.moneyprinter.codecs.config.Flag;
import io.moneyprinter.codecs.config.Setting;
import io.moneyprinter.codecs.threat.ReportThreat;
import io.moneyprinter.codecs.threat.ThreatMessages;
import io.moneyprinter.codecs.threat.ThreatNoted;
import io.moneyprinter.codecs.users.AccountMessages;
import io.moneyprinter.codecs.users.Caller;
import io.moneyprinter.codecs.users.ChangeEmail;
import io.moneyprinter.codecs.users.ChangePassword;
import io.moneyprinter.codecs.users.EditProfile;
import io.moneyprinter.codecs.users.EndAllSessions;
import io.moneyprinter.codecs.users.EndSession;
import io.moneyprinter.codecs.users.GetLoginMethods;
import io.moneyprinter.codecs.users.GetProfile;
import io.moneyprinter.codecs.users.ListSessions;
import io.moneyprinter.codecs.users.Login;
import io.moneyprinter.codecs.users.Profile;
import io.moneyprinter.codecs.users.Register;
import io.moneyprinter.codecs.users.RequestReset;
import io.moneyprinter.codecs.users.Role;
import io.moneyprinter.codecs.users.Session;
import io.moneyprinter.codecs.users.SetPassword;
import io.moneyprinter.codecs.users.VerifyEmail;
import io.moneyprinter.testsupport.Await;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AccountsTest {
  private static final String PASSWORD = RunningUsers.PASSWORD;

  @RegisterExtension static final RunningUsers USERS = new RunningUsers();

  private static void assertRefused(Future<?> answer) {
    assertThat(failure(answer).code()).isEqualTo(FailureCode.UNAUTHENTICATED);
  }

  @Test
  void whoConfirmsTheAddressLogsInToATenantOfTheirOwn() {
    String email = USERS.newAddress();
    answer(
        USERS.ask(
            AccountMessages.REGISTER, new Register(" " + email.toUpperCase(), PASSWORD, null)));
    assertRefused(USERS.logIn(email, PASSWORD));
    String token = USERS.post().letterTo(email, 1).secret();
    answer(USERS.ask(AccountMessages.VERIFY_EMAIL, new VerifyEmail(token)));

    Login login = answer(USERS.logIn(email, PASSWORD));
    Caller caller = answer(USERS.caller(login));
    Profile profile = answer(USERS.as(caller, AccountMessages.PROFILE, new GetProfile()));

    assertThat(caller.tenant()).isNotEqualTo("local");
    assertThat(caller.session()).isEqualTo(login.sessionId());
    assertThat(caller.scopes()).contains("videos:write", "users:write").doesNotContain("owner");
    assertThat(profile.email()).isEqualTo(email);
    assertThat(profile.role()).isEqualTo(Role.ADMIN);
    assertThat(failure(USERS.ask(AccountMessages.VERIFY_EMAIL, new VerifyEmail(token))).code())
        .isEqualTo(FailureCode.NOT_FOUND);
    String stored =
        USERS
            .sql("SELECT password_hash FROM users WHERE email = '" + email + "'")
            .iterator()
            .next()
            .getString(0);
    assertThat(stored).startsWith("$argon2id$v=19$m=1024,t=1,p=1$");
  }

  @Test
  void aKnownAddressGetsAnotherLetterButTheSameAnswer() {
    String email = USERS.person();

    answer(USERS.ask(AccountMessages.REGISTER, new Register(email, "another password", "Eve")));

    assertThat(USERS.post().letterTo(email, 2).text()).contains("There is one already");
    assertRefused(USERS.logIn(email, "another password"));
    answer(USERS.logIn(email, PASSWORD));
  }

  @Test
  void anAddressChangesOnceTheNewOneIsConfirmedAndTheOldOneIsTold() {
    String before = USERS.person();
    String after = USERS.newAddress();
    Caller caller = answer(USERS.caller(answer(USERS.logIn(before, PASSWORD))));

    ServiceFailure wrong =
        failure(
            USERS.as(
                caller, AccountMessages.CHANGE_EMAIL, new ChangeEmail("not my password", after)));
    assertThat(wrong.violations().get(0).pointer()).isEqualTo("/password");
    answer(USERS.as(caller, AccountMessages.CHANGE_EMAIL, new ChangeEmail(PASSWORD, after)));
    answer(USERS.logIn(before, PASSWORD));
    String token = USERS.post().letterTo(after, 1).secret();
    answer(USERS.ask(AccountMessages.VERIFY_EMAIL, new VerifyEmail(token)));

    answer(USERS.logIn(after, PASSWORD));
    assertRefused(USERS.logIn(before, PASSWORD));
    assertThat(USERS.post().letterTo(before, 2).text()).contains(after);
    String other = USERS.person();
    answer(USERS.as(caller, AccountMessages.CHANGE_EMAIL, new ChangeEmail(PASSWORD, other)));
    assertThat(USERS.post().letterTo(other, 2).text()).contains("There is one already");
  }

  @Test
  void whereRegistrationIsSwitchedOffNobodyRegistersAndNoPageOffersIt() {
    assertThat(offered()).isTrue();
    registration("false", 1);
    Await.until("it is off", Duration.ofSeconds(10), () -> !offered());
    String email = USERS.newAddress();
    ServiceFailure refused =
        failure(USERS.ask(AccountMessages.REGISTER, new Register(email, PASSWORD, null)));
    assertThat(refused.code()).isEqualTo(FailureCode.FORBIDDEN);
    assertThat(refused).hasMessageContaining("flags.registration");
    assertThat(USERS.sql("SELECT 1 FROM registrations WHERE email = '" + email + "'").size())
        .isZero();

    registration("true", 2);
    Await.until("it is on", Duration.ofSeconds(10), AccountsTest::offered);
    answer(USERS.ask(AccountMessages.REGISTER, new Register(email, PASSWORD, null)));
  }

  private static boolean offered() {
    return answer(USERS.ask(AccountMessages.LOGIN_METHODS, new GetLoginMethods())).registration();
  }

  private static void registration(String value, int version) {
    ConfigMessages.CHANGED.publish(
        USERS.node().vertx().eventBus(),
        new Setting(Flag.REGISTRATION.key(), value, version, Instant.now(), "test"));
  }

  @Test
  void whatWasTypedAsAnAddressIsCountedAndAuditedByIdsOnly() {
    List<ReportThreat> reports = new CopyOnWriteArrayList<>();
    ThreatMessages.REPORT.serve(
        USERS.node().vertx().eventBus(),
        report -> {
          reports.add(report);
          return Future.succeededFuture(new ThreatNoted());
        });
    String email = USERS.person();
    Caller ada = answer(USERS.caller(answer(USERS.logIn(email, PASSWORD))));

    failure(USERS.logIn(" " + email.toUpperCase(), "not my password"));
    failure(USERS.logIn("my secret in the wrong field", "not my password"));

    Await.until("both are counted", Duration.ofSeconds(5), () -> reports.size() == 2);
    assertThat(reports)
        .extracting(ReportThreat::account)
        .first()
        .isEqualTo(ada.tenant() + "/" + ada.subject());
    assertThat(reports.get(1).account()).matches("unknown-[0-9a-f]{6}");
  }

  @Test
  void weakPasswordsAndWrongAddressesAreRefusedByName() {
    for (String weak : List.of("short", "aaaaaaaaaaaaaa", "carla@example.org", "x".repeat(257))) {
      ServiceFailure refused =
          failure(
              USERS.ask(AccountMessages.REGISTER, new Register("carla@example.org", weak, null)));
      assertThat(refused.violations().get(0).pointer()).as(weak).isEqualTo("/password");
    }
    for (String wrong : List.of("", "ada", "ada@", "a b@example.org", "ada@example.org\nBcc: x")) {
      ServiceFailure refused =
          failure(USERS.ask(AccountMessages.REGISTER, new Register(wrong, PASSWORD, null)));
      assertThat(refused.violations().get(0).pointer()).as(wrong).isEqualTo("/email");
    }
  }

  @Test
  void unknownUserAndWrongPasswordGetTheSameAnswer() {
    String email = USERS.person();

    ServiceFailure wrong = failure(USERS.logIn(email, "not my password"));
    ServiceFailure unknown = failure(USERS.logIn("nobody@example.org", "not my password"));

    assertThat(wrong.code()).isEqualTo(FailureCode.UNAUTHENTICATED);
    assertThat(unknown.code()).isEqualTo(wrong.code());
    assertThat(unknown.getMessage()).isEqualTo(wrong.getMessage());
    assertThat(unknown.violations()).isEqualTo(wrong.violations());
  }

  @Test
  void aRefreshTokenIsGoodOnce() {
    Login first = answer(USERS.logIn(USERS.person(), PASSWORD));

    Login second = answer(USERS.renew(first.refreshToken()));

    assertThat(second.sessionId()).isEqualTo(first.sessionId());
    assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
    answer(USERS.caller(second));
    answer(USERS.renew(second.refreshToken()));
  }

  @Test
  void aReplayedRefreshTokenEndsTheWholeFamily() {
    String email = USERS.person();
    Login thief = answer(USERS.logIn(email, PASSWORD));
    Login other = answer(USERS.logIn(email, PASSWORD));
    Login owner = answer(USERS.renew(thief.refreshToken()));
    answer(USERS.caller(owner));

    assertRefused(USERS.renew(thief.refreshToken()));

    assertRefused(USERS.caller(owner));
    assertRefused(USERS.caller(thief));
    assertRefused(USERS.renew(owner.refreshToken()));
    answer(USERS.caller(other));
    assertRefused(USERS.renew("made-up"));
  }

  @Test
  void ofManyAtTheSameTimeAtMostOneRenews() {
    Login login = answer(USERS.logIn(USERS.person(), PASSWORD));

    List<Future<Boolean>> tries =
        IntStream.range(0, 8)
            .mapToObj(i -> USERS.renew(login.refreshToken()).map(true).otherwise(false))
            .toList();
    answer(Future.all(tries));

    assertThat(tries.stream().filter(Future::result).count()).isEqualTo(1);
    assertRefused(USERS.caller(login));
  }

  @Test
  void loggingOutEndsOneSessionOrAll() {
    String email = USERS.person();
    Login first = answer(USERS.logIn(email, PASSWORD));
    Login second = answer(USERS.logIn(email, PASSWORD));
    Login third = answer(USERS.logIn(email, PASSWORD));
    Caller me = answer(USERS.caller(first));
    List<Session> open =
        answer(USERS.as(me, AccountMessages.SESSIONS, new ListSessions(first.sessionId())))
            .sessions();
    assertThat(open).hasSize(3).allMatch(s -> s.agent().equals("Testing/1.0"));
    assertThat(open)
        .filteredOn(Session::current)
        .extracting(Session::id)
        .containsExactly(first.sessionId());

    answer(USERS.as(me, AccountMessages.END_SESSION, new EndSession(second.sessionId())));
    assertRefused(USERS.caller(second));
    assertRefused(USERS.renew(second.refreshToken()));
    answer(USERS.caller(first));

    answer(USERS.as(me, AccountMessages.END_ALL_SESSIONS, new EndAllSessions()));
    assertRefused(USERS.caller(first));
    assertRefused(USERS.caller(third));
  }

  @Test
  void nobodyEndsTheSessionOfAnother() {
    Login mine = answer(USERS.logIn(USERS.person(), PASSWORD));
    Caller eve = answer(USERS.caller(answer(USERS.logIn(USERS.person(), PASSWORD))));

    answer(USERS.as(eve, AccountMessages.END_SESSION, new EndSession(mine.sessionId())));

    answer(USERS.caller(mine));
    assertThat(answer(USERS.as(eve, AccountMessages.SESSIONS, new ListSessions(null))).sessions())
        .extracting(Session::id)
        .doesNotContain(mine.sessionId());
  }

  @Test
  void aChangedPasswordEndsTheOtherSessions() {
    String email = USERS.person();
    Login here = answer(USERS.logIn(email, PASSWORD));
    Login elsewhere = answer(USERS.logIn(email, PASSWORD));
    Caller me = answer(USERS.caller(here));
    String fresh = "quite another one";

    ServiceFailure wrong =
        failure(
            USERS.as(me, AccountMessages.CHANGE_PASSWORD, new ChangePassword("no", fresh, null)));
    answer(
        USERS.as(
            me,
            AccountMessages.CHANGE_PASSWORD,
            new ChangePassword(PASSWORD, fresh, here.sessionId())));

    assertThat(wrong.violations().get(0).pointer()).isEqualTo("/current");
    answer(USERS.caller(here));
    assertRefused(USERS.caller(elsewhere));
    assertRefused(USERS.logIn(email, PASSWORD));
    answer(USERS.logIn(email, fresh));
    assertThat(USERS.post().letterTo(email, 2).text()).contains("was changed");
  }

  @Test
  void aForgottenPasswordIsSetByALinkThatWorksOnce() {
    String email = USERS.person();
    Login before = answer(USERS.logIn(email, PASSWORD));
    answer(USERS.ask(AccountMessages.REQUEST_RESET, new RequestReset("nobody@example.org")));
    answer(USERS.ask(AccountMessages.REQUEST_RESET, new RequestReset(email)));
    String first = USERS.post().letterTo(email, 2).secret();
    answer(USERS.ask(AccountMessages.REQUEST_RESET, new RequestReset(email)));
    String second = USERS.post().letterTo(email, 3).secret();
    String fresh = "remembered again";

    assertThat(failure(set(first, fresh)).code()).isEqualTo(FailureCode.NOT_FOUND);
    assertThat(failure(set(second, "short")).code()).isEqualTo(FailureCode.INVALID);
    answer(set(second, fresh));

    assertThat(failure(set(second, fresh)).code()).isEqualTo(FailureCode.NOT_FOUND);
    assertRefused(USERS.caller(before));
    answer(USERS.logIn(email, fresh));
    assertThat(USERS.post().letters()).noneMatch(l -> l.recipient().equals("nobody@example.org"));
  }

  private static Future<?> set(String token, String password) {
    return USERS.ask(
        AccountMessages.SET_PASSWORD, new SetPassword(token, password, /* email */ null, null));
  }

  @Test
  void theNameMayBeChanged() {
    Caller me = answer(USERS.caller(answer(USERS.logIn(USERS.person(), PASSWORD))));

    Profile changed =
        answer(USERS.as(me, AccountMessages.EDIT_PROFILE, new EditProfile(" Ada L. ")));

    assertThat(changed.name()).isEqualTo("Ada L.");
    assertThat(failure(USERS.as(me, AccountMessages.EDIT_PROFILE, new EditProfile(" "))).code())
        .isEqualTo(FailureCode.INVALID);
  }

  @Test
  void whatIsStoredOpensNothing() {
    String email = USERS.person();
    Login login = answer(USERS.logIn(email, PASSWORD));
    answer(USERS.ask(AccountMessages.REQUEST_RESET, new RequestReset(email)));
    String link = USERS.post().letterTo(email, 2).secret();

    for (String table : List.of("users", "sessions", "refresh_tokens", "one_time_tokens")) {
      USERS
          .sql("SELECT * FROM " + table)
          .forEach(
              row ->
                  assertThat(row.toJson().encode())
                      .doesNotContain(PASSWORD, login.refreshToken(), link));
    }
    Await.until(
        "the text of what was sent is gone",
        Duration.ofSeconds(5),
        () ->
            USERS
                    .sql("SELECT 1 FROM mail_outbox WHERE sent_at IS NOT NULL AND body IS NOT NULL")
                    .size()
                == 0);
  }

  @Test
  void aLetterThatTheServerRefusesIsSentLater() {
    String email = USERS.newAddress();
    USERS.post().refuse(1);
    answer(USERS.ask(AccountMessages.REGISTER, new Register(email, PASSWORD, null)));
    Await.until(
        "the refusal is noted",
        Duration.ofSeconds(5),
        () ->
            USERS
                    .sql(
                        "SELECT 1 FROM mail_outbox WHERE attempts = 1 AND last_error IS NOT NULL"
                            + " AND sent_at IS NULL AND recipient = '"
                            + email
                            + "'")
                    .size()
                == 1);

    USERS.sql("UPDATE mail_outbox SET next_at = now() WHERE recipient = '" + email + "'");
    USERS.person(); // wakes the sender

    assertThat(USERS.post().letterTo(email, 1).text()).contains("Confirm");
  }

  @Test
  void whatMattersIsAudited() {
    String email = USERS.person();
    Caller me = answer(USERS.caller(answer(USERS.logIn(email, PASSWORD))));
    failure(USERS.logIn(email, "my other secret"));
    failure(USERS.logIn("nobody@example.org", "my other secret"));
    failure(
        USERS.as(
            me, AccountMessages.CHANGE_PASSWORD, new ChangePassword("my other secret", "x", null)));

    Await.until(
        "all is written",
        Duration.ofSeconds(5),
        () ->
            audited(me, AuditActions.LOGIN, AuditOutcome.SUCCESS)
                && audited(me, AuditActions.LOGIN, AuditOutcome.REFUSED)
                && audited(me, AuditActions.PASSWORD_CHANGE, AuditOutcome.REFUSED)
                && USERS.audit().stream().anyMatch(r -> "unknown".equals(r.actor())));
    assertThat(USERS.audit().toString()).doesNotContain("my other secret", "nobody@example.org");
  }

  private static boolean audited(Caller whose, String action, AuditOutcome outcome) {
    return USERS.audit().stream()
        .anyMatch(
            record ->
                record.action().equals(action)
                    && record.outcome() == outcome
                    && record.tenant().equals(whose.tenant())
                    && record.actor().equals(whose.subject()));
  }
}
