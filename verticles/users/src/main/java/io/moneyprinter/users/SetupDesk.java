package io.moneyprinter.users;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.users.RequestSetupLink;
import io.moneyprinter.codecs.users.SetupLink;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;

/** Gives out the link by which the owner of the installation makes the first account. */
final class SetupDesk {
  private final Database database;
  private final OneTimeTokens tokens;
  private final Letters letters;

  SetupDesk(Database database, OneTimeTokens tokens, Letters letters) {
    this.database = database;
    this.tokens = tokens;
    this.letters = letters;
  }

  /** Another link; the one before ends. */
  Future<SetupLink> again(RequestSetupLink order) {
    return database
        .writer()
        .withTransaction(
            transaction ->
                AccountStore.byId(transaction, CallContext.LOCAL_TENANT, FirstStart.OWNER)
                    .compose(
                        owner ->
                            owner.filter(known -> !known.verified()).isPresent()
                                ? link(transaction)
                                : Future.failedFuture(
                                    ServiceFailure.conflict(
                                        "The first account is made; log in at /account, or ask"
                                            + " there for a new password"))))
        .map(SetupLink::new);
  }

  Future<String> link(SqlClient transaction) {
    return tokens
        .issue(transaction, OneTimeTokens.Purpose.SETUP, CallContext.LOCAL_TENANT, FirstStart.OWNER)
        .map(secret -> letters.link(OneTimeTokens.Purpose.SETUP, secret));
  }
}
