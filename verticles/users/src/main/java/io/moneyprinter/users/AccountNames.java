package io.moneyprinter.users;

import io.moneyprinter.platform.digest.Sha256;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.HexFormat;

/**
 * What an account that somebody tries to log in to is called where that is counted, logged and
 * audited: by its ids. What was typed as an address is written nowhere, as it may be a password in
 * the wrong field, and the audit log is kept for good. What belongs to no account is told apart by
 * a few bits of its hash, too few to find it again.
 */
final class AccountNames {
  private static final int BYTES = 3;

  private final SqlClient database;

  AccountNames(SqlClient database) {
    this.database = database;
  }

  /** Such as {@code local/owner}, or {@code unknown-3f09a2}. */
  Future<String> of(String email) {
    String address = EmailAddress.normal(email);
    return AccountStore.byEmail(database, address)
        .map(
            found ->
                found
                    .map(account -> account.tenant() + "/" + account.id())
                    .orElseGet(() -> unknown(address)));
  }

  private static String unknown(String address) {
    return "unknown-" + HexFormat.of().formatHex(Sha256.of(address), 0, BYTES);
  }
}
