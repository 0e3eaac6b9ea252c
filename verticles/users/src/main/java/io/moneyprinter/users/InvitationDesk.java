package io.moneyprinter.users;

import io.moneyprinter.codecs.bus.CallContext;
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
import java.util.UUID;

/** Lets people and programs into a tenant, with no role that may more than the host's own. */
final class InvitationDesk {
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
    return database
        .writer()
        .withTransaction(
            transaction ->
                TenantDesk.actor(transaction, caller)
                    .compose(actor -> TenantDesk.demandCover(actor, order.role()))
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
        ServiceFailure.invalid("/email", "There is an account with this e-mail address already"));
  }
}
