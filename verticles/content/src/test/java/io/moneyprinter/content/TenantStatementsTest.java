package io.moneyprinter.content;

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
              "SELECT t.name, v.version, v.description, v.content, v.changed_at, v.changed_by, (SELECT max(version) FROM template_version WHERE template = t.id) AS latest FROM template t JOIN template_version v ON v.template = t.id",
              "the beginning of statements that go on with the tenant"));

  @Test
  void everyStatementNamesTheTenantOrSaysWhyNot() {
    TenantStatements statements = TenantStatements.read(OF_ALL.keySet());

    assertThat(statements.tables()).contains("template", "template_name");
    assertThat(statements.all()).isGreaterThan(6);
    assertThat(statements.without()).isEmpty();
  }
}
