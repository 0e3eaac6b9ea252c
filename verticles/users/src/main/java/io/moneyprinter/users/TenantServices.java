package io.moneyprinter.users;

import io.moneyprinter.codecs.audit.AuditActions;
import io.moneyprinter.codecs.audit.RecordAudit;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.users.AccessMessages;
import io.moneyprinter.codecs.users.AccountMessages;
import io.moneyprinter.codecs.users.Profile;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.service.ServiceScope;
import io.moneyprinter.users.mail.MailSender;
import java.time.Clock;

/** Puts the desks together that tenants are ruled at. Holds no logic. */
final class TenantServices {
  private final AccountServices parts;
  private final ServiceScope scope;
  private final Database database;
  private final OwnPassword own;
  private final MailSender sender;
  private final Clock clock;

  TenantServices(AccountServices parts, OwnPassword own, MailSender sender, Clock clock) {
    this.parts = parts;
    this.scope = parts.scope();
    this.database = parts.database();
    this.own = own;
    this.sender = sender;
    this.clock = clock;
  }

  void serve() {
    serveKeys();
    serveTenant();
    serveQuota();
  }

  private void serveKeys() {
    KeyDesk keys =
        new KeyDesk(
            new KeyStore(database),
            parts.accounts(),
            new Credentials(scope.bus()),
            scope.node().pools(),
            parts.random(),
            clock);
    scope.serve(
        AccessMessages.CREATE_KEY,
        parts
            .audited()
            .call(
                AuditActions.KEY_CREATE,
                keys::create,
                (action, wish, answer) ->
                    answer == null ? action : action.on("key:" + answer.info().prefix())));
    scope.serve(AccessMessages.LIST_KEYS, keys::list);
    scope.serve(
        AccessMessages.REVOKE_KEY,
        parts
            .audited()
            .call(
                AuditActions.KEY_REVOKE,
                keys::revoke,
                (action, wish, answer) -> action.on("key:" + wish.prefix())));
  }

  private void serveTenant() {
    TenantDesk tenants = new TenantDesk(database, parts.sessions(), scope.bus());
    scope.serve(AccessMessages.LIST_USERS, tenants::list);
    InvitationDesk invitations =
        new InvitationDesk(database, parts.links(), parts.letters(), sender);
    scope.serve(
        AccessMessages.INVITE,
        parts
            .audited()
            .call(
                AuditActions.USER_CREATE,
                invitations::invite,
                (action, wish, answer) ->
                    described(action, answer).with("role", wish.role().name())));
    scope.serve(
        AccessMessages.SET_ROLE,
        parts
            .audited()
            .call(
                AuditActions.ROLE_CHANGE,
                tenants::setRole,
                (action, wish, answer) ->
                    action.on("user:" + wish.userId()).with("role", wish.role().name())));
    scope.serve(
        AccessMessages.REMOVE_USER,
        parts
            .audited()
            .call(
                AuditActions.USER_DELETE,
                tenants::remove,
                (action, wish, answer) -> action.on("user:" + wish.userId())));
    scope.serve(
        AccessMessages.CREATE_SERVICE_ACCOUNT,
        parts
            .audited()
            .call(
                AuditActions.USER_CREATE,
                invitations::createService,
                (action, wish, answer) -> described(action, answer)));
  }

  private void serveQuota() {
    QuotaDesk quotas = new QuotaDesk(database, new Tiers(parts.config().tiers()), clock);
    scope.serve(AccessMessages.QUOTA, quotas::show);
    scope.serve(AccessMessages.CHECK_QUOTA, quotas::check);
    scope.serve(
        AccessMessages.SET_TIER,
        parts
            .audited()
            .call(
                "tenant.set-tier",
                quotas::setTier,
                (action, wish, answer) ->
                    action.on("tenant:" + wish.tenant()).with("tier", wish.tier())));
    scope.listen(OrchestrationMessages.JOB_EVENTS, quotas::hear);
    FarewellDesk farewell =
        new FarewellDesk(
            database, parts.stored(), parts.sessions(), quotas, own, scope.bus(), clock);
    scope.serve(AccountMessages.DEPARTURES, new DepartureStore(database)::list);
    scope.serve(
        AccountMessages.EXPORT_ACCOUNT,
        parts
            .audited()
            .call(AuditActions.USER_EXPORT, farewell::export, (action, wish, answer) -> action));
    scope.serve(
        AccountMessages.DELETE_ACCOUNT,
        parts
            .audited()
            .call(
                AuditActions.USER_DELETE,
                farewell::delete,
                (action, wish, answer) -> action.on("user:self")));
  }

  private static RecordAudit described(RecordAudit action, Profile made) {
    return made == null ? action : action.on("user:" + made.id());
  }
}
