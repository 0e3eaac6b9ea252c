package io.moneyprinter.users;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.users.BeginTotp;
import io.moneyprinter.codecs.users.ConfirmTotp;
import io.moneyprinter.codecs.users.DisableTotp;
import io.moneyprinter.codecs.users.Done;
import io.moneyprinter.codecs.users.RecoveryCodes;
import io.moneyprinter.codecs.users.TotpEnrolment;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.users.totp.RecoveryCode;
import io.moneyprinter.users.totp.Totp;
import io.vertx.core.Future;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Sets one-time codes up, and ends them, for the caller. */
final class SecondFactorDesk {
  /** As long as the hash (RFC 4226 §4, R6). */
  private static final int SECRET_BYTES = 20;

  private static final int RECOVERY_CODES = 10;

  private final Database database;
  private final OwnPassword own;
  private final SecondFactor factor;
  private final RowSecrets secrets;
  private final SecureRandom random;
  private final Clock clock;
  private final String issuer;

  /**
   * @param issuer name that the app shows
   */
  SecondFactorDesk(
      Database database,
      OwnPassword own,
      SecondFactor factor,
      RowSecrets secrets,
      SecureRandom random,
      Clock clock,
      String issuer) {
    this.database = database;
    this.own = own;
    this.factor = factor;
    this.secrets = secrets;
    this.random = random;
    this.clock = clock;
    this.issuer = issuer;
  }

  Future<TotpEnrolment> begin(BeginTotp order) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return own.confirm("/password", order.password())
        .compose(
            account -> {
              if (account.multiFactor()) {
                throw ServiceFailure.conflict(
                    "One-time codes are set up; end them first to use another authenticator");
              }
              String place = SecondFactorStore.place(account.tenant(), account.id());
              return secrets
                  .seal(secret, place)
                  .compose(
                      stored ->
                          SecondFactorStore.begin(
                              database.writer(), account.tenant(), account.id(), stored))
                  .map(begun -> enrolment(account, new Totp(secret)));
            });
  }

  /** As apps read it (Google Authenticator's key URI format). */
  private TotpEnrolment enrolment(Account account, Totp totp) {
    String label = account.email() == null ? account.name() : account.email();
    String uri =
        "otpauth://totp/%s:%s?secret=%s&issuer=%s"
            .formatted(escaped(issuer), escaped(label), totp.text(), escaped(issuer));
    return new TotpEnrolment(totp.text(), uri);
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  Future<RecoveryCodes> confirm(ConfirmTotp order) {
    CallContext caller = CallContext.currentOrSystem();
    List<RecoveryCode> codes =
        Stream.generate(() -> RecoveryCode.generate(random)).limit(RECOVERY_CODES).toList();
    return SecondFactorStore.find(database.writer(), caller.tenant(), caller.subject())
        .compose(
            enrolled ->
                secrets.open(
                    enrolled
                        .map(SecondFactorStore.Enrolled::secret)
                        .orElseThrow(
                            () -> ServiceFailure.conflict("Begin to set up one-time codes first")),
                    SecondFactorStore.place(caller.tenant(), caller.subject())))
        .compose(
            secret -> {
              OptionalLong step = new Totp(secret).match(order.code().strip(), clock.instant());
              return enable(caller, step.orElseThrow(SecondFactorDesk::wrongCode), codes);
            })
        .map(new RecoveryCodes(codes.stream().map(RecoveryCode::text).toList()));
  }

  private Future<?> enable(CallContext caller, long step, List<RecoveryCode> codes) {
    return database
        .writer()
        .withTransaction(
            transaction ->
                AccountStore.byId(transaction, caller.tenant(), caller.subject())
                    .compose(
                        account ->
                            account.filter(known -> !known.multiFactor()).isPresent()
                                ? SecondFactorStore.take(
                                    transaction, caller.tenant(), caller.subject(), step)
                                : Future.failedFuture(
                                    ServiceFailure.conflict("One-time codes are set up")))
                    .compose(
                        taken ->
                            SecondFactorStore.enable(
                                transaction, caller.tenant(), caller.subject(), codes)));
  }

  Future<Done> disable(DisableTotp order) {
    return own.confirm("/password", order.password())
        .compose(
            account ->
                factor
                    .check(account, order.code())
                    .compose(
                        right ->
                            database
                                .writer()
                                .withTransaction(
                                    transaction ->
                                        SecondFactorStore.disable(
                                                transaction, account.tenant(), account.id())
                                            .<Void>mapEmpty())))
        .map(new Done());
  }

  private static ServiceFailure wrongCode() {
    return ServiceFailure.invalid(
        "/code", "This is not the code that the app should show; check the clock of its device");
  }
}
