package io.moneyprinter.users;

import io.moneyprinter.codecs.audit.AuditActions;
import io.moneyprinter.codecs.config.Flag;
import io.moneyprinter.codecs.users.AccountMessages;
import io.moneyprinter.platform.audit.AuditTrail;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.flags.Flags;
import io.moneyprinter.platform.mail.LogCarrier;
import io.moneyprinter.platform.mail.MailCarrier;
import io.moneyprinter.platform.mail.SmtpCarrier;
import io.moneyprinter.platform.service.ServiceScope;
import io.moneyprinter.users.mail.MailOutbox;
import io.moneyprinter.users.mail.MailSender;
import io.moneyprinter.users.oidc.OpenIdClient;
import io.moneyprinter.users.password.PasswordHasher;
import io.moneyprinter.users.password.PasswordRules;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/** Puts the desks together that people's accounts are served at. Holds no logic. */
record AccountServices(
    ServiceScope scope,
    UsersConfig config,
    Database database,
    AccountStore accounts,
    SessionStore stored,
    Sessions sessions,
    OneTimeTokens links,
    Letters letters,
    SecureRandom random,
    AuditTrail trail,
    Audited audited,
    RowSecrets secrets,
    Flags flags) {

  void serve(Clock clock) {
    PasswordHasher hasher = new PasswordHasher(scope.node().pools(), config.password(), random);
    PasswordRules rules = new PasswordRules(config.password());
    MailSender sender = sender();
    Housekeeping housekeeping = new Housekeeping(scope.vertx(), database);
    scope.onClose(housekeeping::close);
    housekeeping.start();
    SecondFactor factor = new SecondFactor(database, secrets, letters, sender, clock);
    serveLogin(hasher, factor);
    OwnPassword own = new OwnPassword(database, hasher);
    serveSecondFactor(own, factor, clock);
    servePasswords(hasher, own, rules, sender, clock);
    new TenantServices(this, own, sender, clock).serve();
    serveOpenId(clock);
  }

  private void serveLogin(PasswordHasher hasher, SecondFactor factor) {
    LoginDesk login = new LoginDesk(accounts, stored, sessions, hasher, factor, trail);
    LoginGuard guard =
        new LoginGuard(scope.vertx(), new AccountNames(accounts.writer())::of, login::logIn);
    scope.serve(AccountMessages.LOG_IN, guard::logIn);
    scope.serve(AccountMessages.REFRESH, login::renew);
    scope.serve(AccountMessages.EXCHANGE, login::exchange);
    scope.serve(
        AccountMessages.END_SESSION,
        audited.call(
            AuditActions.SESSION_REVOKE,
            login::end,
            (action, wish, answer) -> action.on("session:" + wish.sessionId())));
    scope.serve(
        AccountMessages.END_ALL_SESSIONS,
        audited.call(
            AuditActions.SESSION_REVOKE,
            login::endAll,
            (action, wish, answer) -> action.on("session:all")));
    scope.serve(AccountMessages.SESSIONS, login::list);
    ProfileDesk profiles = new ProfileDesk(accounts);
    scope.serve(AccountMessages.PROFILE, profiles::show);
    scope.serve(AccountMessages.EDIT_PROFILE, profiles::edit);
  }

  private void serveSecondFactor(OwnPassword own, SecondFactor factor, Clock clock) {
    SecondFactorDesk codes =
        new SecondFactorDesk(database, own, factor, secrets, random, clock, config.issuer());
    scope.serve(AccountMessages.BEGIN_TOTP, codes::begin);
    scope.serve(
        AccountMessages.CONFIRM_TOTP,
        audited.call(
            AuditActions.MFA_CHANGE,
            codes::confirm,
            (action, wish, answer) -> action.with("mfa", "on")));
    scope.serve(
        AccountMessages.DISABLE_TOTP,
        audited.call(
            AuditActions.MFA_CHANGE,
            codes::disable,
            (action, wish, answer) -> action.with("mfa", "off")));
  }

  private void servePasswords(
      PasswordHasher hasher, OwnPassword own, PasswordRules rules, MailSender sender, Clock clock) {
    EmailDesk emails = new EmailDesk(database, own, links, letters, sender);
    scope.serve(
        AccountMessages.CHANGE_EMAIL,
        audited.call(AuditActions.EMAIL_CHANGE, emails::change, (action, wish, answer) -> action));
    RegistrationDesk registration =
        new RegistrationDesk(
            database, this::everybody, rules, hasher, random, letters, sender, emails, clock);
    scope.serve(AccountMessages.REGISTER, registration::register);
    scope.serve(AccountMessages.VERIFY_EMAIL, registration::verify);
    PasswordDesk passwords =
        new PasswordDesk(database, sessions, rules, hasher, own, letters, sender, trail);
    scope.serve(
        AccountMessages.CHANGE_PASSWORD,
        audited.call(
            AuditActions.PASSWORD_CHANGE, passwords::change, (action, wish, answer) -> action));
    scope.serve(
        AccountMessages.REQUEST_RESET,
        new ResetDesk(database, links, letters, sender)::requestReset);
    scope.serve(AccountMessages.SET_PASSWORD, passwords::set);
  }

  /** Whether whoever comes may make an account at present. */
  private boolean everybody() {
    return config.registration() == UsersConfig.RegistrationMode.OPEN
        && flags.on(Flag.REGISTRATION, null);
  }

  private void serveOpenId(Clock clock) {
    Optional<OpenIdClient> client =
        config
            .openId()
            .issuer()
            .map(
                issuer ->
                    new OpenIdClient(
                        scope.vertx(),
                        config.openId(),
                        config.publicUrl() + "/v1/auth/oidc/callback",
                        clock));
    OpenIdDesk desk =
        new OpenIdDesk(
            database,
            client,
            new IdentityStore(config.openId()),
            links,
            letters,
            random,
            this::everybody);
    scope.serve(AccountMessages.LOGIN_METHODS, desk::methods);
    scope.serve(AccountMessages.BEGIN_OPEN_ID, desk::begin);
    scope.serve(AccountMessages.FINISH_OPEN_ID, desk::finish);
  }

  private MailSender sender() {
    MailCarrier carrier = new LogCarrier();
    if (config.smtp().host().isPresent()) {
      SmtpCarrier smtp = new SmtpCarrier(scope.vertx(), config.smtp());
      scope.onClose(smtp::close);
      carrier = smtp;
    }
    MailSender sender = new MailSender(scope.vertx(), new MailOutbox(database), carrier);
    scope.onClose(sender::close);
    sender.start();
    return sender;
  }
}
