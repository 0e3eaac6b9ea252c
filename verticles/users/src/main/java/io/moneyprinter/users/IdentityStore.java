package io.moneyprinter.users;

import io.moneyprinter.users.oidc.OpenIdConfig;
import io.moneyprinter.users.oidc.OpenIdIdentity;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds, links and makes the accounts of those whom an issuer knows. */
final class IdentityStore {
  private final OpenIdConfig config;

  IdentityStore(OpenIdConfig config) {
    this.config = config;
  }

  /**
   * The account that was linked before; else the one of the address, when the issuer answers for
   * it; else a new one, where that is allowed.
   */
  Future<Optional<Account>> accountOf(SqlClient transaction, OpenIdIdentity identity) {
    return linked(transaction, identity)
        .compose(
            known -> {
              if (known.isPresent() || identity.email() == null || !identity.emailVerified()) {
                return Future.succeededFuture(known);
              }
              String email = EmailAddress.read(identity.email());
              return AccountStore.byEmail(transaction, email)
                  .compose(
                      account ->
                          account.isPresent()
                              ? Future.succeededFuture(account)
                              : invited(transaction, email))
                  .compose(
                      account ->
                          account.isPresent()
                              ? claim(transaction, account.get(), identity).map(account)
                              : make(transaction, email, identity));
            });
  }

  /**
   * Who was invited by this address to the tenant of the issuer's people. Other tenants invite
   * whomever they like: only where nobody gets an account otherwise, and one alone invites, that
   * counts.
   */
  private Future<Optional<Account>> invited(SqlClient client, String email) {
    return AccountStore.invited(client, email)
        .map(
            all ->
                all.stream()
                    .filter(one -> one.tenant().equals(config.tenant()))
                    .findFirst()
                    .or(
                        () ->
                            !config.create() && all.size() == 1
                                ? Optional.of(all.get(0))
                                : Optional.empty()));
  }

  private static Future<Optional<Account>> linked(SqlClient client, OpenIdIdentity identity) {
    return client
        .preparedQuery("SELECT tenant, user_id FROM identities WHERE issuer = $1 AND subject = $2")
        .execute(Tuple.of(identity.issuer(), identity.subject()))
        .compose(
            rows ->
                rows.size() == 0
                    ? Future.succeededFuture(Optional.empty())
                    : AccountStore.byId(
                        client,
                        rows.iterator().next().getString("tenant"),
                        rows.iterator().next().getString("user_id")));
  }

  /** A password that was set before the address was confirmed may be a stranger's. */
  private static Future<?> claim(SqlClient client, Account account, OpenIdIdentity identity) {
    Future<?> cleared =
        account.verified()
            ? Future.succeededFuture()
            : AccountStore.setPassword(client, account.tenant(), account.id(), null);
    return cleared
        .compose(done -> AccountStore.verifyEmail(client, account.tenant(), account.id()))
        .compose(done -> OneTimeTokens.revoke(client, account.tenant(), account.id()))
        .compose(done -> RegistrationStore.forget(client, account.email()))
        .compose(done -> link(client, account, identity));
  }

  private Future<Optional<Account>> make(SqlClient client, String email, OpenIdIdentity identity) {
    if (!config.create()) {
      return Future.succeededFuture(Optional.empty());
    }
    String name = identity.name() == null ? email : Names.read(identity.name());
    Account account =
        new Account(
            config.tenant(),
            UUID.randomUUID().toString(),
            email,
            null,
            name,
            config.role(),
            null,
            false,
            null);
    return AccountStore.insert(client, account)
        .compose(made -> claim(client, account, identity))
        .map(Optional.of(account));
  }

  private static Future<?> link(SqlClient client, Account account, OpenIdIdentity identity) {
    return client
        .preparedQuery(
            "INSERT INTO identities (issuer, subject, tenant, user_id) VALUES ($1, $2, $3, $4)")
        .execute(Tuple.of(identity.issuer(), identity.subject(), account.tenant(), account.id()));
  }

  /** Issuers at which an account is known. */
  static Future<List<String>> issuersOf(SqlClient client, String tenant, String user) {
    return client
        .preparedQuery(
            "SELECT issuer FROM identities WHERE tenant = $1 AND user_id = $2 ORDER BY issuer")
        .execute(Tuple.of(tenant, user))
        .map(
            rows -> {
              List<String> issuers = new ArrayList<>();
              rows.forEach(row -> issuers.add(row.getString("issuer")));
              return issuers;
            });
  }
}
