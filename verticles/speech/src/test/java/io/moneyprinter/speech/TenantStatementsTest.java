package io.moneyprinter.speech;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.testsupport.TenantStatements;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Every SQL statement of this service on a table of which the rows belong to tenants names the
 * tenant.
 */
class TenantStatementsTest {
  @Test
  void everyStatementNamesTheTenantOrSaysWhyNot() {
    TenantStatements statements = TenantStatements.read(Set.of());

    assertThat(statements.tables()).contains("lexicon");
    assertThat(statements.all()).isGreaterThan(2);
    assertThat(statements.without()).isEmpty();
  }
}
