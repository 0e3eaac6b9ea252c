package io.moneyprinter.users;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.users.AccountDeleted;
import io.moneyprinter.codecs.users.AccountExport;
import io.moneyprinter.codecs.users.AccountMessages;
import io.moneyprinter.codecs.users.DeleteAccount;
import io.moneyprinter.codecs.users.Done;
import io.moneyprinter.codecs.users.ExportAccount;
import io.moneyprinter.codecs.users.GetQuota;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Gives people all that is known of them, and forgets them when they wish. */
final class FarewellDesk {
  private final Database database;
  private final SessionStore stored;
  private final Sessions sessions;
  private final KeyStore keys;
  private final QuotaDesk quotas;
  private final OwnPassword own;
  private final EventBus bus;
  private final Clock clock;

  /** What a deletion did. */
  private record Gone(List<UUID> sessions, boolean tenant) {}

  FarewellDesk(
      Database database,
      SessionStore stored,
      Sessions sessions,
      QuotaDesk quotas,
      OwnPassword own,
      EventBus bus,
      Clock clock) {
    this.database = database;
    this.stored = stored;
    this.sessions = sessions;
    this.keys = new KeyStore(database);
    this.quotas = quotas;
    this.own = own;
    this.bus = bus;
    this.clock = clock;
  }

  Future<AccountExport> export(ExportAccount order) {
    CallContext caller = CallContext.currentOrSystem();
    String tenant = caller.tenant();
    String user = caller.subject();
    return own(caller)
        .compose(
            account ->
                Future.all(
                        stored.open(tenant, user, null),
                        keys.of(tenant, user),
                        IdentityStore.issuersOf(database.writer(), tenant, user),
                        quotas.show(new GetQuota()))
                    .map(
                        all ->
                            new AccountExport(
                                clock.instant(),
                                account.profile(),
                                all.resultAt(0),
                                all.resultAt(1),
                                all.resultAt(2),
                                all.resultAt(3))));
  }

  Future<Done> delete(DeleteAccount order) {
    CallContext caller = CallContext.currentOrSystem();
    if (caller.tenant().equals(CallContext.LOCAL_TENANT)
        && caller.subject().equals(FirstStart.OWNER)) {
      throw ServiceFailure.conflict(
          "The owner of the installation cannot be deleted; remove the data folder instead");
    }
    return own(caller)
        .compose(account -> confirmed(account, order.password()))
        .compose(
            account ->
                database.writer().withTransaction(transaction -> delete(transaction, account)))
        .compose(
            gone ->
                sessions
                    .forget(caller.tenant(), caller.subject(), gone.sessions())
                    .onSuccess(
                        told ->
                            AccountMessages.ACCOUNT_DELETED.publish(
                                bus,
                                new AccountDeleted(
                                    caller.tenant(), caller.subject(), gone.tenant()))))
        .map(new Done());
  }

  /** Whoever has no password is only logged in by the issuer, and confirms by being so. */
  private Future<Account> confirmed(Account account, String password) {
    if (account.passwordHash() == null) {
      return Future.succeededFuture(account);
    }
    return own.confirm(account, "/password", password == null ? "" : password);
  }

  private Future<Gone> delete(SqlClient transaction, Account account) {
    String tenant = account.tenant();
    return TenantDesk.alone(transaction, tenant)
        .compose(alone -> others(transaction, account))
        .compose(
            others ->
                SessionStore.end(
                        transaction, tenant, account.id(), null, null, SessionStore.End.REMOVED)
                    .compose(
                        ended ->
                            AccountList.delete(transaction, tenant, account.id())
                                .compose(
                                    done ->
                                        others == 0
                                            ? dropTenant(transaction, tenant)
                                            : Future.succeededFuture())
                                .compose(
                                    done ->
                                        DepartureStore.note(
                                            transaction, tenant, account.id(), others == 0, false))
                                .map(new Gone(ended, others == 0))));
  }

  /** How many people and programs stay; refused when nobody of them could rule the tenant. */
  private static Future<Integer> others(SqlClient transaction, Account account) {
    return transaction
        .preparedQuery(
            """
            SELECT count(*) AS others,
              count(*) FILTER (WHERE role IN ('ADMIN', 'OPERATOR')
                AND email_verified_at IS NOT NULL) AS rulers
            FROM users WHERE tenant = $1 AND id <> $2""")
        .execute(Tuple.of(account.tenant(), account.id()))
        .map(
            rows -> {
              int others = rows.iterator().next().getLong("others").intValue();
              if (others > 0 && rows.iterator().next().getLong("rulers") == 0) {
                throw ServiceFailure.conflict(
                    "Nobody else rules your tenant; make somebody admin, or remove the others,"
                        + " first");
              }
              return others;
            });
  }

  private static Future<?> dropTenant(SqlClient transaction, String tenant) {
    return transaction.preparedQuery("DELETE FROM tenants WHERE id = $1").execute(Tuple.of(tenant));
  }

  private Future<Account> own(CallContext caller) {
    return AccountStore.byId(database.writer(), caller.tenant(), caller.subject())
        .map(found -> found.orElseThrow(() -> ServiceFailure.notFound("There is no such account")));
  }
}
