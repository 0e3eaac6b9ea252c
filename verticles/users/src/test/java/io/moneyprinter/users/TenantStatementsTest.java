package io.moneyprinter.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.testsupport.TenantStatements;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Every SQL statement of this service on a table of which the rows belong to tenants names the
 * tenant, but for those that are listed here with the reason why they need not.
 */
class TenantStatementsTest {
  /** Beginnings of statements, each with the reason. */
  private static final Map<String, String> OF_ALL =
      Map.of(
          "UPDATE api_keys SET last_used_at",
          "by the prefix of a key of which the hash was just compared",
          "UPDATE sessions SET last_used_at",
          "by the id of a session of which the refresh token was just compared",
          "UPDATE one_time_tokens SET used_at = now() WHERE hash",
          "by the hash of a secret that nobody else has; whose it is, is what it tells",
          "DELETE FROM sessions WHERE LEAST",
          "forgets what is over, of all tenants",
          "DELETE FROM one_time_tokens WHERE expires_at",
          "forgets what is over, of all tenants",
          "DELETE FROM video_uses WHERE at",
          "forgets what is long past, of all tenants",
          "INSERT INTO audit_log",
          "the tenant is in the list of columns, a text of its own",
          "SELECT id, sequence, hash FROM audit_log",
          "the receipts of records that were just written");

  @Test
  void everyStatementNamesTheTenantOrSaysWhyNot() {
    TenantStatements statements = TenantStatements.read(OF_ALL.keySet());

    assertThat(statements.tables()).contains("users", "sessions", "api_keys", "totp");
    assertThat(statements.all()).isGreaterThan(30);
    assertThat(statements.without()).isEmpty();
  }
}
