package io.moneyprinter.users;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static io.moneyprinter.users.RunningUsers.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.users.AccessMessages;
import io.moneyprinter.codecs.users.AccountMessages;
import io.moneyprinter.codecs.users.Caller;
import io.moneyprinter.codecs.users.ChangeEmail;
import io.moneyprinter.codecs.users.ChangePassword;
import io.moneyprinter.codecs.users.InviteUser;
import io.moneyprinter.codecs.users.Login;
import io.moneyprinter.codecs.users.Profile;
import io.moneyprinter.codecs.users.Register;
import io.moneyprinter.codecs.users.RemoveUser;
import io.moneyprinter.codecs.users.RequestReset;
import io.moneyprinter.codecs.users.Role;
import io.moneyprinter.codecs.users.SetPassword;
import io.moneyprinter.codecs.users.SetRole;
import io.moneyprinter.codecs.users.VerifyEmail;
import io.moneyprinter.testsupport.Await;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Ways in which somebody else's account, or a place in their tenant, was to be had. */
class TakeoverTest {
  private static final String PLANTED = "planted by a stranger";

  @RegisterExtension static final RunningUsers USERS = new RunningUsers();

  private static Future<?> register(String email, String password) {
    return USERS.ask(AccountMessages.REGISTER, new Register(email, password, null));
  }

  private static Future<?> verify(String token) {
    return USERS.ask(AccountMessages.VERIFY_EMAIL, new VerifyEmail(token));
  }

  private static Future<?> set(String token, String password) {
    return USERS.ask(AccountMessages.SET_PASSWORD, new SetPassword(token, password, null, null));
  }

  private static Future<Profile> invite(Caller admin, String email) {
    return USERS.as(admin, AccessMessages.INVITE, new InviteUser(email, null, Role.ADMIN));
  }

  private static void assertRefused(Future<?> answer) {
    assertThat(failure(answer).code()).isEqualTo(FailureCode.UNAUTHENTICATED);
  }

  private static void assertGone(Future<?> answer) {
    assertThat(failure(answer).code()).isEqualTo(FailureCode.NOT_FOUND);
  }

  private static int letters(String email) {
    return (int) USERS.post().letters().stream().filter(l -> l.recipient().equals(email)).count();
  }

  @Test
  void whoRegistersAnInvitedAddressGetsNoPlaceInTheTenant() {
    Caller admin = USERS.personCaller();
    String invited = USERS.newAddress();
    answer(invite(admin, invited));
    String invitation = USERS.post().letterTo(invited, 1).secret();

    answer(register(invited, PLANTED));
    assertRefused(USERS.logIn(invited, PLANTED));
    answer(set(invitation, PASSWORD));

    assertRefused(USERS.logIn(invited, PLANTED));
    Caller member = answer(USERS.caller(answer(USERS.logIn(invited, PASSWORD))));
    assertThat(member.tenant()).isEqualTo(admin.tenant());
    assertGone(verify(USERS.post().letterTo(invited, 2).secret()));
    assertRefused(USERS.logIn(invited, PLANTED));
  }

  @Test
  void aLinkLeadsToThePasswordThatWasTypedForItWhoeverRegistersAfterwards() {
    String email = USERS.newAddress();
    answer(register(email, PASSWORD));
    String own = USERS.post().letterTo(email, 1).secret();
    answer(register(email, PLANTED));
    String stranger = USERS.post().letterTo(email, 2).secret();

    answer(verify(own));

    assertRefused(USERS.logIn(email, PLANTED));
    answer(USERS.logIn(email, PASSWORD));
    assertGone(verify(stranger));
    assertGone(verify(own));
  }

  @Test
  void oneLinkOpenedTwiceAtOnceMakesOneAccount() {
    String email = USERS.newAddress();
    answer(register(email, PASSWORD));
    answer(register(email, PASSWORD));
    String first = USERS.post().letterTo(email, 1).secret();
    String second = USERS.post().letterTo(email, 2).secret();

    List<Future<Boolean>> tries =
        Stream.of(first, first, second, second)
            .<Future<Boolean>>map(link -> verify(link).map(true).otherwise(false))
            .toList();
    answer(Future.all(tries));

    assertThat(tries.stream().filter(Future::result).count()).isEqualTo(1);
    answer(USERS.logIn(email, PASSWORD));
  }

  @Test
  void anInvitationTakesAnAddressFromNobodyAndTellsNothingOfIt() {
    Caller curious = USERS.personCaller();
    String known = USERS.person();
    String unknown = USERS.newAddress();

    Profile ofKnown = answer(invite(curious, known));
    Profile ofUnknown = answer(invite(curious, unknown));
    assertThat(ofKnown.emailVerified()).isEqualTo(ofUnknown.emailVerified()).isFalse();
    assertThat(failure(invite(curious, unknown)).violations().get(0).pointer()).isEqualTo("/email");

    String link = USERS.post().letterTo(known, 2).secret();
    ServiceFailure taken = failure(set(link, PLANTED));
    assertThat(taken.violations().get(0).pointer()).isEqualTo("/email");
    answer(USERS.logIn(known, PASSWORD));
    answer(register(unknown, PASSWORD));
    answer(verify(USERS.post().letterTo(unknown, 2).secret()));
    Caller own = answer(USERS.caller(answer(USERS.logIn(unknown, PASSWORD))));
    assertThat(own.tenant()).isNotEqualTo(curious.tenant());
  }

  @Test
  void aNewPasswordEndsWhatAThiefAskedFor() {
    String email = USERS.person();
    String thief = USERS.newAddress();
    Caller stolen = answer(USERS.caller(answer(USERS.logIn(email, PASSWORD))));
    answer(USERS.as(stolen, AccountMessages.CHANGE_EMAIL, new ChangeEmail(PASSWORD, thief)));
    String move = USERS.post().letterTo(thief, 1).secret();
    answer(USERS.ask(AccountMessages.REQUEST_RESET, new RequestReset(email)));

    answer(set(USERS.post().letterTo(email, 2).secret(), "quite another one"));

    assertGone(verify(move));
    answer(USERS.logIn(email, "quite another one"));
  }

  @Test
  void aNewAddressOrPasswordEndsTheLinksSentBefore() {
    String email = USERS.person();
    String after = USERS.newAddress();
    Caller caller = answer(USERS.caller(answer(USERS.logIn(email, PASSWORD))));
    answer(USERS.ask(AccountMessages.REQUEST_RESET, new RequestReset(email)));
    String reset = USERS.post().letterTo(email, 2).secret();
    answer(USERS.as(caller, AccountMessages.CHANGE_EMAIL, new ChangeEmail(PASSWORD, after)));

    answer(verify(USERS.post().letterTo(after, 1).secret()));

    assertGone(set(reset, PLANTED));
    answer(USERS.ask(AccountMessages.REQUEST_RESET, new RequestReset(after)));
    String second = USERS.post().letterTo(after, 2).secret();
    answer(
        USERS.as(
            caller,
            AccountMessages.CHANGE_PASSWORD,
            new ChangePassword(PASSWORD, "quite another one", null)));
    assertGone(set(second, PLANTED));
  }

  /** The login has compared the old password when the new one is committed. */
  @Test
  void noSessionOutlivesThePasswordItWasOpenedWith() {
    String email = USERS.person();
    SqlConnection thief = answer(USERS.connection());
    answer(thief.query("BEGIN").execute());
    answer(
        thief
            .preparedQuery("UPDATE users SET password_hash = 'changed' WHERE email = $1")
            .execute(Tuple.of(email)));

    Future<Login> login = USERS.logIn(email, PASSWORD);
    Await.until(
        "the login waits for the change",
        Duration.ofSeconds(5),
        () ->
            USERS
                    .sql(
                        "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                            + " AND query LIKE '%INSERT INTO sessions%'")
                    .size()
                > 0);
    answer(thief.query("COMMIT").execute());
    answer(thief.close());

    assertRefused(login);
  }

  @Test
  void aStolenSessionDoesNotFindThePasswordOut() {
    String email = USERS.person();
    Caller stolen = answer(USERS.caller(answer(USERS.logIn(email, PASSWORD))));
    List<Future<FailureCode>> guesses =
        IntStream.range(0, 24)
            .mapToObj(i -> new ChangePassword("guess number " + i, "quite another one", null))
            .map(
                guess ->
                    USERS
                        .as(stolen, AccountMessages.CHANGE_PASSWORD, guess)
                        .<FailureCode>mapEmpty()
                        .recover(
                            cause -> Future.succeededFuture(ServiceFailure.from(cause).code())))
            .toList();
    answer(Future.all(guesses));

    assertThat(guesses.stream().filter(one -> one.result() == FailureCode.INVALID)).hasSize(10);
    assertThat(guesses.stream().filter(one -> one.result() == FailureCode.QUOTA)).hasSize(14);
    ChangeEmail move = new ChangeEmail(PASSWORD, USERS.newAddress());
    assertThat(failure(USERS.as(stolen, AccountMessages.CHANGE_EMAIL, move)).code())
        .isEqualTo(FailureCode.QUOTA);
    answer(USERS.logIn(email, PASSWORD)); // the owner logs in as before, and takes it back
    answer(USERS.ask(AccountMessages.REQUEST_RESET, new RequestReset(email)));
    answer(set(USERS.post().letterTo(email, 2).secret(), "quite another one"));
    ChangePassword own = new ChangePassword("quite another one", PASSWORD, null);
    answer(USERS.as(stolen, AccountMessages.CHANGE_PASSWORD, own));
  }

  @Test
  void twoWhoTakeOneAnothersRoleAtOnceLeaveSomebodyWhoRules() {
    for (int round = 0; round < 5; round++) {
      Caller first = USERS.personCaller();
      String email = USERS.newAddress();
      answer(invite(first, email));
      answer(set(USERS.post().letterTo(email, 1).secret(), PASSWORD));
      Caller second = answer(USERS.caller(answer(USERS.logIn(email, PASSWORD))));

      Future<Profile> one =
          USERS.as(first, AccessMessages.SET_ROLE, new SetRole(second.subject(), Role.VIEWER));
      Future<?> other =
          USERS.as(second, AccessMessages.REMOVE_USER, new RemoveUser(first.subject()));
      answer(Future.join(one.otherwiseEmpty(), other.otherwiseEmpty()));

      assertThat(
              USERS
                  .sql(
                      "SELECT 1 FROM users WHERE role = 'ADMIN' AND tenant = '"
                          + first.tenant()
                          + "'")
                  .size())
          .isEqualTo(1);
    }
  }

  @Test
  void nobodyIsFloodedWithLettersThatStrangersAskFor() {
    String email = USERS.person();
    String unknown = USERS.newAddress();
    answer(USERS.ask(AccountMessages.REQUEST_RESET, new RequestReset(email)));
    for (int i = 2; i <= 5; i++) {
      USERS.post().letterTo(email, i);
      answer(USERS.ask(AccountMessages.REQUEST_RESET, new RequestReset(email)));
    }
    String last = USERS.post().letterTo(email, 6).secret();
    answer(USERS.ask(AccountMessages.REQUEST_RESET, new RequestReset(email)));
    answer(Future.all(IntStream.range(0, 9).mapToObj(i -> register(unknown, PASSWORD)).toList()));

    answer(set(last, "quite another one"));
    USERS.post().letterTo(unknown, 5);
    USERS.person(); // all letters before its own have gone out
    assertThat(letters(email)).isEqualTo(6);
    assertThat(letters(unknown)).isEqualTo(5);
  }

  @Test
  void anAddressThatOnlyLooksLikeAnothersIsRefused() {
    for (String lookalike : List.of("\u212Aelvin@example.org", "ad\u0430@example.org")) {
      assertThat(failure(register(lookalike, PASSWORD)).violations().get(0).pointer())
          .isEqualTo("/email");
    }
  }
}
