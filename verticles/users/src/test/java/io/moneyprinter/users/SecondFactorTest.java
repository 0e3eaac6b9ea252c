package io.moneyprinter.users;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static io.moneyprinter.users.RunningUsers.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.users.AccountMessages;
import io.moneyprinter.codecs.users.BeginTotp;
import io.moneyprinter.codecs.users.Caller;
import io.moneyprinter.codecs.users.ConfirmTotp;
import io.moneyprinter.codecs.users.DisableTotp;
import io.moneyprinter.codecs.users.GetProfile;
import io.moneyprinter.codecs.users.TotpEnrolment;
import io.moneyprinter.users.totp.Totp;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SecondFactorTest {
  @RegisterExtension static final RunningUsers USERS = new RunningUsers();

  /** Somebody who needs a code, and what to compute it from. */
  private record Protected(String email, Caller caller, Totp app, List<String> recovery) {
    String code(int stepsAhead) {
      return app.code(Totp.step(Instant.now()) + stepsAhead);
    }
  }

  private static Protected person() {
    String email = USERS.person();
    Caller caller = answer(USERS.caller(answer(USERS.logIn(email, PASSWORD))));
    TotpEnrolment enrolment =
        answer(USERS.as(caller, AccountMessages.BEGIN_TOTP, new BeginTotp(PASSWORD)));
    assertThat(enrolment.uri())
        .startsWith("otpauth://totp/moneyprinter:")
        .contains("secret=" + enrolment.secret());
    Totp app = new Totp(bytes(enrolment.secret()));
    List<String> recovery =
        answer(
                USERS.as(
                    caller,
                    AccountMessages.CONFIRM_TOTP,
                    new ConfirmTotp(app.code(Totp.step(Instant.now()) - 1))))
            .codes();
    return new Protected(email, caller, app, recovery);
  }

  private static byte[] bytes(String base32) {
    java.math.BigInteger number = java.math.BigInteger.ZERO;
    for (char c : base32.toCharArray()) {
      int value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c);
      number = number.shiftLeft(5).or(java.math.BigInteger.valueOf(value));
    }
    byte[] all = number.toByteArray();
    byte[] secret = new byte[base32.length() * 5 / 8];
    int count = Math.min(all.length, secret.length);
    System.arraycopy(all, all.length - count, secret, secret.length - count, count);
    return secret;
  }

  private static void assertWantsCode(Future<?> login) {
    ServiceFailure refused = failure(login);
    assertThat(refused.code()).isEqualTo(FailureCode.UNAUTHENTICATED);
    assertThat(refused.violations().get(0).pointer()).isEqualTo("/code");
  }

  @Test
  void loggingInTakesACodeThatWorksOnce() {
    Protected ada = person();
    assertThat(answer(USERS.as(ada.caller(), AccountMessages.PROFILE, new GetProfile())))
        .matches(profile -> profile.multiFactor());

    assertWantsCode(USERS.logIn(ada.email(), PASSWORD));
    assertWantsCode(USERS.logIn(ada.email(), PASSWORD, "abcdef"));
    String code = ada.code(1);
    answer(USERS.logIn(ada.email(), PASSWORD, code));

    assertWantsCode(USERS.logIn(ada.email(), PASSWORD, code));
    assertThat(failure(USERS.logIn(ada.email(), "wrong", ada.code(1))).violations()).isEmpty();
  }

  @Test
  void aRecoveryCodeWorksOnce() {
    Protected ada = person();
    assertThat(ada.recovery()).hasSize(10).doesNotHaveDuplicates();
    String code = ada.recovery().get(3);

    answer(USERS.logIn(ada.email(), PASSWORD, code.toLowerCase()));

    assertWantsCode(USERS.logIn(ada.email(), PASSWORD, code));
    answer(USERS.logIn(ada.email(), PASSWORD, ada.recovery().get(4)));
  }

  @Test
  void afterFiveWrongCodesNoneIsLookedAt() {
    Protected ada = person();
    for (int i = 0; i < 5; i++) {
      assertWantsCode(USERS.logIn(ada.email(), PASSWORD, "not-one"));
    }

    ServiceFailure blocked = failure(USERS.logIn(ada.email(), PASSWORD, ada.code(1)));

    assertThat(blocked).hasMessageContaining("some minutes");
    USERS.sql("UPDATE totp SET blocked_until = now()");
    answer(USERS.logIn(ada.email(), PASSWORD, ada.code(1)));
  }

  /** Guesses that come at once are no more than guesses one after the other. */
  @Test
  void manyCodesAtOnceAreNoMoreThanFive() {
    Protected ada = person();

    List<Future<Boolean>> tries =
        IntStream.range(0, 24)
            .mapToObj(i -> USERS.logIn(ada.email(), PASSWORD, ada.code(4 + i)))
            .map(
                login ->
                    login.map(false).otherwise(e -> e.getMessage().startsWith("The code is wrong")))
            .toList();
    answer(Future.all(tries));

    assertThat(tries.stream().filter(Future::result).count()).isEqualTo(5);
    assertThat(USERS.post().letterTo(ada.email(), 2).text()).contains("wrong one-time codes");
    assertWantsCode(USERS.logIn(ada.email(), PASSWORD, ada.recovery().get(0)));
    long first = minutesBlocked(ada);
    USERS.sql(unblocked(ada));
    for (int i = 0; i < 5; i++) {
      assertWantsCode(USERS.logIn(ada.email(), PASSWORD, "000000"));
    }
    assertThat(minutesBlocked(ada)).isBetween(2 * first - 1, 2 * first + 1);

    USERS.sql(unblocked(ada));
    answer(USERS.logIn(ada.email(), PASSWORD, ada.recovery().get(1)));
    assertThat(USERS.sql("SELECT 1 FROM totp WHERE blocks > 0 AND " + of(ada)).size()).isZero();
  }

  private static String of(Protected whose) {
    return "tenant = '" + whose.caller().tenant() + "'";
  }

  private static String unblocked(Protected whose) {
    return "UPDATE totp SET blocked_until = now() WHERE " + of(whose);
  }

  private static long minutesBlocked(Protected whose) {
    return USERS
        .sql(
            "SELECT round(extract(epoch FROM blocked_until - now()) / 60)::bigint FROM totp WHERE "
                + of(whose))
        .iterator()
        .next()
        .getLong(0);
  }

  @Test
  void endingItTakesPasswordAndCode() {
    Protected ada = person();

    assertThat(failure(disable(ada, "wrong", ada.code(1))).violations().get(0).pointer())
        .isEqualTo("/password");
    assertWantsCode(disable(ada, PASSWORD, "not-one"));
    answer(disable(ada, PASSWORD, ada.code(1)));

    answer(USERS.logIn(ada.email(), PASSWORD));
  }

  private static Future<?> disable(Protected whose, String password, String code) {
    return USERS.as(whose.caller(), AccountMessages.DISABLE_TOTP, new DisableTotp(password, code));
  }

  @Test
  void aWrongCodeSetsNothingUp() {
    String email = USERS.person();
    Caller caller = answer(USERS.caller(answer(USERS.logIn(email, PASSWORD))));
    ConfirmTotp confirm = new ConfirmTotp("000000");
    assertThat(failure(USERS.as(caller, AccountMessages.CONFIRM_TOTP, confirm)).code())
        .isEqualTo(FailureCode.CONFLICT);
    assertThat(failure(USERS.as(caller, AccountMessages.BEGIN_TOTP, new BeginTotp("wrong"))).code())
        .isEqualTo(FailureCode.INVALID);
    answer(USERS.as(caller, AccountMessages.BEGIN_TOTP, new BeginTotp(PASSWORD)));

    assertThat(failure(USERS.as(caller, AccountMessages.CONFIRM_TOTP, new ConfirmTotp("x"))).code())
        .isEqualTo(FailureCode.INVALID);
    answer(USERS.logIn(email, PASSWORD));
  }
}
