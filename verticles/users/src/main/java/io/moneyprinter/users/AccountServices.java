package io.moneyprinter.users;

import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.users.AccessMessages;
import io.moneyprinter.codecs.users.AccountMessages;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.service.ServiceScope;
import io.moneyprinter.users.mail.LogCarrier;
import io.moneyprinter.users.mail.MailCarrier;
import io.moneyprinter.users.mail.MailOutbox;
import io.moneyprinter.users.mail.MailSender;
import io.moneyprinter.users.mail.SmtpCarrier;
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
    SecureRandom random) {

  void serve(Clock clock) {
    PasswordHasher hasher = new PasswordHasher(scope.node().pools(), config.password(), random);
    PasswordRules rules = new PasswordRules(config.password());
    MailSender sender = sender();
    SecondFactor factor = new SecondFactor(database.writer(), clock);
    serveLogin(hasher, factor);
    serveSecondFactor(hasher, factor, clock);
    serveKeys(clock);
    servePasswords(hasher, rules, sender);
    serveTenant(sender);
    serveQuota(hasher, clock);
    serveOpenId(clock);
  }

  private void serveLogin(PasswordHasher hasher, SecondFactor factor) {
    LoginDesk login = new LoginDesk(accounts, stored, sessions, hasher, factor);
    LoginGuard guard = new LoginGuard(scope.vertx(), login::logIn);
    scope.serve(AccountMessages.LOG_IN, guard::logIn);
    scope.serve(AccountMessages.REFRESH, login::renew);
    scope.serve(AccountMessages.EXCHANGE, login::exchange);
    scope.serve(AccountMessages.END_SESSION, login::end);
    scope.serve(AccountMessages.END_ALL_SESSIONS, login::endAll);
    scope.serve(AccountMessages.SESSIONS, login::list);
    ProfileDesk profiles = new ProfileDesk(accounts);
    scope.serve(AccountMessages.PROFILE, profiles::show);
    scope.serve(AccountMessages.EDIT_PROFILE, profiles::edit);
  }

  private void serveSecondFactor(PasswordHasher hasher, SecondFactor factor, Clock clock) {
    SecondFactorDesk codes =
        new SecondFactorDesk(database, hasher, factor, random, clock, config.issuer());
    scope.serve(AccountMessages.BEGIN_TOTP, codes::begin);
    scope.serve(AccountMessages.CONFIRM_TOTP, codes::confirm);
    scope.serve(AccountMessages.DISABLE_TOTP, codes::disable);
  }

  private void serveKeys(Clock clock) {
    KeyDesk keys =
        new KeyDesk(
            new KeyStore(database),
            accounts,
            new Credentials(scope.bus()),
            scope.node().pools(),
            random,
            clock);
    scope.serve(AccessMessages.CREATE_KEY, keys::create);
    scope.serve(AccessMessages.LIST_KEYS, keys::list);
    scope.serve(AccessMessages.REVOKE_KEY, keys::revoke);
  }

  private void servePasswords(PasswordHasher hasher, PasswordRules rules, MailSender sender) {
    RegistrationDesk registration =
        new RegistrationDesk(
            database, config.registration(), rules, hasher, links, letters, sender);
    scope.serve(AccountMessages.REGISTER, registration::register);
    scope.serve(AccountMessages.VERIFY_EMAIL, registration::verify);
    PasswordDesk passwords =
        new PasswordDesk(database, sessions, rules, hasher, links, letters, sender);
    scope.serve(AccountMessages.CHANGE_PASSWORD, passwords::change);
    scope.serve(AccountMessages.REQUEST_RESET, passwords::requestReset);
    scope.serve(AccountMessages.SET_PASSWORD, passwords::set);
  }

  private void serveTenant(MailSender sender) {
    TenantDesk tenants = new TenantDesk(database, sessions, links, letters, sender);
    scope.serve(AccessMessages.LIST_USERS, tenants::list);
    scope.serve(AccessMessages.INVITE, tenants::invite);
    scope.serve(AccessMessages.SET_ROLE, tenants::setRole);
    scope.serve(AccessMessages.REMOVE_USER, tenants::remove);
    scope.serve(AccessMessages.CREATE_SERVICE_ACCOUNT, tenants::createService);
  }

  private void serveQuota(PasswordHasher hasher, Clock clock) {
    QuotaDesk quotas = new QuotaDesk(database, new Tiers(config.tiers()), clock);
    scope.serve(AccessMessages.QUOTA, quotas::show);
    scope.serve(AccessMessages.CHECK_QUOTA, quotas::check);
    scope.serve(AccessMessages.SET_TIER, quotas::setTier);
    scope.listen(OrchestrationMessages.JOB_EVENTS, quotas::hear);
    FarewellDesk farewell =
        new FarewellDesk(database, stored, sessions, quotas, hasher, scope.bus(), clock);
    scope.serve(AccountMessages.EXPORT_ACCOUNT, farewell::export);
    scope.serve(AccountMessages.DELETE_ACCOUNT, farewell::delete);
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
            config.registration() == UsersConfig.RegistrationMode.OPEN);
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
