package io.moneyprinter.materials;

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
      Map.ofEntries(
          Map.entry(
              "DELETE FROM candidate WHERE noted_at <",
              "forgets what is long past, of all tenants"),
          Map.entry(
              "UPDATE upload SET claimed_at", "by the ids of uploads that this node has in hand"),
          Map.entry(
              "UPDATE upload SET state = 'OPEN', staged = NULL",
              "by the id of an upload that this node took up"),
          Map.entry(
              "UPDATE upload SET state = 'REFUSED'",
              "by the id of an upload that this node took up"),
          Map.entry(
              "UPDATE upload SET state = 'DONE'", "by the id of an upload that this node took up"),
          Map.entry(
              "UPDATE upload SET expires_at",
              "by the id of an upload that was just found to be over"),
          Map.entry(
              "SELECT id FROM upload WHERE id = ANY",
              "to whom staged files belong, of all tenants"));

  @Test
  void everyStatementNamesTheTenantOrSaysWhyNot() {
    TenantStatements statements = TenantStatements.read(OF_ALL.keySet());

    assertThat(statements.tables()).contains("asset", "upload", "candidate");
    assertThat(statements.all()).isGreaterThan(30);
    assertThat(statements.without()).isEmpty();
  }
}
