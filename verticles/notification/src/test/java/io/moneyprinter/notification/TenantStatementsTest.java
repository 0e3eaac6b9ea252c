package io.moneyprinter.notification;

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
              "UPDATE push_subscription SET sent_at",
              "by the id of the subscription of a delivery that was just claimed"),
          Map.entry(
              "DELETE FROM job_event WHERE ctid", "forgets what is long past, of all tenants"),
          Map.entry(
              "DELETE FROM notification WHERE ctid", "forgets what is long past, of all tenants"),
          Map.entry("DELETE FROM incident WHERE ctid", "forgets what is long past, of all tenants"),
          Map.entry(
              "UPDATE webhook SET enabled = false, disabled_reason",
              "by the id of the webhook of a message that was just sent"),
          Map.entry(
              "UPDATE webhook SET failing_since",
              "by the id of the webhook of a message that was just sent"),
          Map.entry("UPDATE webhook_delivery d SET due", "claims what is due, of all tenants"),
          Map.entry(
              "UPDATE incident SET done_at", "by the key of an incident that was just claimed"),
          Map.entry("UPDATE incident SET due", "by the key of an incident that was just claimed"),
          Map.entry("UPDATE delivery SET state", "by the ids of deliveries that were just claimed"),
          Map.entry("UPDATE delivery SET due", "by the ids of deliveries that were just claimed"));

  @Test
  void everyStatementNamesTheTenantOrSaysWhyNot() {
    TenantStatements statements = TenantStatements.read(OF_ALL.keySet());

    assertThat(statements.tables()).contains("notification", "webhook", "preference");
    assertThat(statements.all()).isGreaterThan(20);
    assertThat(statements.without()).isEmpty();
  }
}
