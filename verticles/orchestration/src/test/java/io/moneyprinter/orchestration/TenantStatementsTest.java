package io.moneyprinter.orchestration;

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
              "SELECT s.job_id, s.name, s.part, s.state, s.token, c.answer FROM step s",
              "the work of a step, by its id, which only the node that holds its lease is told"),
          Map.entry("UPDATE job_account SET day", "by the id of an account that is locked"),
          Map.entry(
              "SELECT count(*) FROM schedule_run r LEFT JOIN job",
              "whether the last run of a schedule goes on, by the id of the schedule that is due"),
          Map.entry("UPDATE schedule_run r SET lease_until", "finds what is due, of all tenants"),
          Map.entry(
              "SELECT * FROM schedule WHERE",
              "the beginning of statements that go on with the tenant, or with what is due"),
          Map.entry("UPDATE job SET state = $2", "by the id of a job whose row is locked"),
          Map.entry(
              "SELECT id FROM job WHERE state = 'RUNNING' AND deadline",
              "finds what is due, of all tenants"),
          Map.entry(
              "SELECT brief::text FROM job WHERE id", "the brief of a job whose row is locked"),
          Map.entry("UPDATE job SET brief", "by the id of a job whose row is locked"),
          Map.entry(
              "SELECT s.id FROM step s JOIN job j ON j.id = s.job_id",
              "finds what is due, of all tenants"),
          Map.entry(
              "SELECT job_id, name, CASE",
              "the steps of a job whose row is locked, or was found for its tenant"),
          Map.entry("UPDATE compensation c SET attempts", "finds what is due, of all tenants"),
          Map.entry(
              "SELECT o.request::text FROM step s",
              "the work of a step, by its id, which only the node that holds its lease is told"),
          Map.entry(
              "SELECT name, part, address, NULL AS request",
              "the steps of a job whose row is locked, or was found for its tenant"),
          Map.entry(
              "SELECT name, part, address, request::text",
              "the steps of a job whose row is locked, or was found for its tenant"),
          Map.entry(
              "UPDATE step s SET lease_until",
              "the work of a step, by its id, which only the node that holds its lease is told"),
          Map.entry(
              "SELECT id FROM step WHERE state = 'RUNNING' AND (lease_until",
              "finds what is due, of all tenants"),
          Map.entry(
              "UPDATE step SET lease_until = clock_timestamp() WHERE state = 'RUNNING' AND owner",
              "finds what is due, of all tenants"),
          Map.entry("SELECT queue, count(*)", "for operators, who see all tenants"),
          Map.entry("UPDATE turn", "whose turn it is at a queue, among all tenants"),
          Map.entry(
              "DELETE FROM turn WHERE step_id", "whose turn it is at a queue, among all tenants"),
          Map.entry(
              "SELECT clock_timestamp() AS now, id, name",
              "the steps of a job whose row is locked, or was found for its tenant"),
          Map.entry(
              "DELETE FROM step WHERE id = ANY",
              "the steps of a job whose row is locked, or was found for its tenant"),
          Map.entry("WITH RECURSIVE need", "whose turn it is at a queue, among all tenants"),
          Map.entry(
              "SELECT state, greatest(0, seconds_left", "how busy the nodes are, with all tenants"),
          Map.entry("SELECT * FROM (SELECT s.*, t.unfit", "for operators, who see all tenants"),
          Map.entry(
              "SELECT event::text AS event FROM job_event WHERE job_id = $1 AND event->>",
              "for operators, who see all tenants"),
          Map.entry(
              "WITH said AS ( SELECT result::text AS text FROM job WHERE id",
              "the files of a job that is purged"),
          Map.entry(
              "WITH gone AS (DELETE FROM job", "purges what was deleted long ago, of all tenants"),
          Map.entry("UPDATE outbox", "events and usage on their way, of all tenants"),
          Map.entry(
              "SELECT o.id, o.attempts, e.event::text",
              "events and usage on their way, of all tenants"),
          Map.entry("DELETE FROM outbox", "events and usage on their way, of all tenants"),
          Map.entry(
              "WITH open AS ( SELECT id, brief FROM job",
              "which files are still wanted, by anybody"),
          Map.entry(
              "SELECT count(*) FROM batch_row r JOIN job",
              "by the id of a batch that was just found and locked for its tenant, or claimed by its feeder"),
          Map.entry(
              "SELECT j.id FROM batch_row r JOIN job",
              "by the id of a batch that was just found and locked for its tenant, or claimed by its feeder"),
          Map.entry(
              "SELECT r.number, o.patch, o.seed",
              "by the id of a batch that was just found and locked for its tenant, or claimed by its feeder"),
          Map.entry(
              "SELECT base FROM batch WHERE id",
              "by the id of a batch that was just found and locked for its tenant, or claimed by its feeder"),
          Map.entry(
              "UPDATE batch SET",
              "by the id of a batch that was just found and locked for its tenant, or claimed by its feeder"),
          Map.entry(
              "UPDATE batch_row r SET pending",
              "by the id of a batch that was just found and locked for its tenant, or claimed by its feeder"));

  @Test
  void everyStatementNamesTheTenantOrSaysWhyNot() {
    TenantStatements statements = TenantStatements.read(OF_ALL.keySet());

    assertThat(statements.tables()).contains("job", "step", "batch", "schedule", "job_account");
    assertThat(statements.all()).isGreaterThan(90);
    assertThat(statements.without()).isEmpty();
  }
}
