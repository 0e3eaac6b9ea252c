package io.moneyprinter.users;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.users.AccountDeleted;
import io.moneyprinter.codecs.users.AccountMessages;
import io.moneyprinter.codecs.users.Done;
import io.moneyprinter.codecs.users.ListUsers;
import io.moneyprinter.codecs.users.Profile;
import io.moneyprinter.codecs.users.RemoveUser;
import io.moneyprinter.codecs.users.Role;
import io.moneyprinter.codecs.users.SetRole;
import io.moneyprinter.codecs.users.UserList;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;

/**
 * Rules who is in a tenant. Nobody gives or takes a role that may more than their own, and nobody
 * changes their own, so a tenant always keeps somebody who rules it.
 */
final class TenantDesk {
  private static final int MOST = 200;

  private final Database database;
  private final AccountList list;
  private final Sessions sessions;
  private final EventBus bus;

  TenantDesk(Database database, Sessions sessions, EventBus bus) {
    this.database = database;
    this.list = new AccountList(database);
    this.sessions = sessions;
    this.bus = bus;
  }

  Future<UserList> list(ListUsers order) {
    int limit = Math.max(1, Math.min(MOST, order.limit()));
    return list.page(CallContext.currentOrSystem().tenant(), order.after(), limit + 1)
        .map(
            found ->
                new UserList(
                    found.stream().limit(limit).map(Account::profile).toList(),
                    found.size() > limit));
  }

  Future<Profile> setRole(SetRole order) {
    demandWithin(order.granted(), order.role());
    CallContext caller = CallContext.currentOrSystem();
    return database
        .writer()
        .withTransaction(
            transaction ->
                alone(transaction, caller.tenant())
                    .compose(alone -> target(transaction, caller, order.userId()))
                    .compose(account -> demandPerson(account, order.role()))
                    .compose(account -> actor(transaction, caller))
                    .compose(actor -> demandCover(actor, order.role()))
                    .compose(
                        may ->
                            list.setRole(
                                transaction, caller.tenant(), order.userId(), order.role()))
                    .compose(
                        set ->
                            end(
                                transaction,
                                caller.tenant(),
                                order.userId(),
                                SessionStore.End.ROLE)))
        .compose(ended -> sessions.forget(caller.tenant(), order.userId(), ended))
        .compose(done -> found(database.writer(), caller.tenant(), order.userId()))
        .map(Account::profile);
  }

  Future<Done> remove(RemoveUser order) {
    CallContext caller = CallContext.currentOrSystem();
    return database
        .writer()
        .withTransaction(
            transaction ->
                alone(transaction, caller.tenant())
                    .compose(alone -> target(transaction, caller, order.userId()))
                    .compose(
                        account ->
                            end(
                                transaction,
                                caller.tenant(),
                                order.userId(),
                                SessionStore.End.REMOVED))
                    .compose(
                        ended ->
                            AccountList.delete(transaction, caller.tenant(), order.userId())
                                .compose(
                                    deleted ->
                                        DepartureStore.note(
                                            transaction,
                                            caller.tenant(),
                                            order.userId(),
                                            false,
                                            true))
                                .map(ended)))
        .compose(ended -> sessions.forget(caller.tenant(), order.userId(), ended))
        .onSuccess(
            told ->
                AccountMessages.ACCOUNT_DELETED.publish(
                    bus, new AccountDeleted(caller.tenant(), order.userId(), false)))
        .map(new Done());
  }

  /**
   * Waits for others who change who is in a tenant, and makes them wait: two who take one another's
   * role, or leave, at the same time must not leave it without anybody who rules it.
   */
  static Future<?> alone(SqlClient transaction, String tenant) {
    return transaction
        .preparedQuery("SELECT 1 FROM tenants WHERE id = $1 FOR UPDATE")
        .execute(Tuple.of(tenant));
  }

  /** Somebody else of the tenant, whose role the caller's covers. */
  private Future<Account> target(SqlClient transaction, CallContext caller, String id) {
    if (caller.subject().equals(id)) {
      return Future.failedFuture(
          ServiceFailure.conflict("Nobody does this to themselves; ask another admin"));
    }
    return found(transaction, caller.tenant(), id)
        .compose(
            account ->
                actor(transaction, caller)
                    .compose(actor -> demandCover(actor, account.role()))
                    .map(account));
  }

  private static Future<List<UUID>> end(
      SqlClient transaction, String tenant, String user, SessionStore.End reason) {
    return SessionStore.end(transaction, tenant, user, null, null, reason);
  }

  static Future<Account> actor(SqlClient client, CallContext caller) {
    return found(client, caller.tenant(), caller.subject());
  }

  static Future<Account> found(SqlClient client, String tenant, String id) {
    return AccountStore.byId(client, tenant, id)
        .map(found -> found.orElseThrow(() -> ServiceFailure.notFound("There is no such account")));
  }

  private static Future<Account> demandPerson(Account account, Role wanted) {
    return (account.role() == Role.SERVICE) == (wanted == Role.SERVICE)
        ? Future.succeededFuture(account)
        : Future.failedFuture(
            ServiceFailure.invalid("/role", "A person is no service, and a service no person"));
  }

  /** A key that may a part only must not make somebody who may all. */
  static void demandWithin(List<String> granted, Role role) {
    if (granted != null && !role.within(granted)) {
      throw new ServiceFailure(
          FailureCode.FORBIDDEN,
          "The role %s may more than the credential that asks; log in, or take a key with the scopes %s"
              .formatted(role, String.join(", ", role.scopes())));
    }
  }

  static Future<Void> demandCover(Account actor, Role role) {
    return actor.role().covers(role)
        ? Future.succeededFuture()
        : Future.failedFuture(
            new ServiceFailure(
                FailureCode.FORBIDDEN,
                "The role %s may more than your own, %s".formatted(role, actor.role())));
  }
}
