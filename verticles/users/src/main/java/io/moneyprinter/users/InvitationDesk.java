package io.moneyprinter.users;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.users.CreateServiceAccount;
import io.moneyprinter.codecs.users.InviteUser;
import io.moneyprinter.codecs.users.Profile;
import io.moneyprinter.codecs.users.Role;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.users.mail.MailOutbox;
import io.moneyprinter.users.mail.MailSender;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;

/** Lets people and programs into a tenant, with no role that may more than the host's own. */
final class InvitationDesk {
  /** Letters to strangers must not be had by the thousand. */
  private static final int MOST_WAITING = 50;

  private final Database database;
  private final OneTimeTokens tokens;
  private final Letters letters;
  private final MailSender sender;

  InvitationDesk(Database database, OneTimeTokens tokens, Letters letters, MailSender sender) {
    this.database = database;
    this.tokens = tokens;
    this.letters = letters;
    this.sender = sender;
  }

  Future<Profile> invite(InviteUser order) {
    CallContext caller = CallContext.currentOrSystem();
    String email = EmailAddress.read(order.email());
    if (order.role() == Role.SERVICE) {
      throw ServiceFailure.invalid(
          "/role", "A service has no e-mail address; make a service account instead");
    }
    Account account =
        account(
            caller.tenant(),
            email,
            order.name() == null ? email : Names.read(order.name()),
            order.role());
    TenantDesk.demandWithin(order.granted(), order.role());
    return database
        .writer()
        .withTransaction(
            transaction ->
                TenantDesk.actor(transaction, caller)
                    .compose(actor -> TenantDesk.demandCover(actor, order.role()))
                    .compose(may -> demandRoom(transaction, account))
                    .compose(may -> AccountStore.insert(transaction, account))
                    .compose(made -> made ? Future.succeededFuture() : taken())
                    .compose(made -> sendInvitation(transaction, account))
                    .compose(sent -> TenantDesk.found(transaction, account.tenant(), account.id())))
        .onSuccess(done -> sender.wake())
        .map(Account::profile);
  }

  private static Account account(String tenant, String email, String name, Role role) {
    return new Account(
        tenant, UUID.randomUUID().toString(), email, null, name, role, null, false, null);
  }

  /**
   * Whether the address has an account elsewhere plays no part, so that nobody can ask for it here;
   * who opens the link learns it.
   */
  private static Future<?> demandRoom(SqlClient transaction, Account account) {
    return transaction
        .preparedQuery(
            """
            SELECT count(*) AS waiting FROM users
            WHERE tenant = $1 AND email IS NOT NULL AND email_verified_at IS NULL""")
        .execute(Tuple.of(account.tenant()))
        .compose(
            rows ->
                rows.iterator().next().getLong("waiting") < MOST_WAITING
                    ? MailOutbox.room(transaction, account.email(), Letters.INVITE)
                    : Future.succeededFuture(false))
        .compose(
            room ->
                room
                    ? Future.succeededFuture()
                    : Future.failedFuture(
                        new ServiceFailure(
                            FailureCode.QUOTA,
                            "Too many invitations wait to be accepted; remove some of them, or try"
                                + " again in an hour")));
  }

  private Future<?> sendInvitation(SqlClient transaction, Account account) {
    return tokens
        .issue(transaction, OneTimeTokens.Purpose.INVITE, account.tenant(), account.id())
        .compose(secret -> MailOutbox.put(transaction, letters.invite(account.email(), secret)));
  }

  Future<Profile> createService(CreateServiceAccount order) {
    CallContext caller = CallContext.currentOrSystem();
    Account account = account(caller.tenant(), null, Names.read(order.name()), Role.SERVICE);
    return database
        .writer()
        .withTransaction(
            transaction ->
                AccountStore.insert(transaction, account)
                    .compose(made -> TenantDesk.found(transaction, account.tenant(), account.id())))
        .map(Account::profile);
  }

  private static <T> Future<T> taken() {
    return Future.failedFuture(
        ServiceFailure.invalid(
            "/email", "Somebody of your tenant has this e-mail address already"));
  }
}
