package io.moneyprinter.storage;

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
              "UPDATE link SET told_at", "tells the owners of links that are due, of all tenants"),
          Map.entry(
              "DELETE FROM past_holder WHERE at <", "forgets what is long past, of all tenants"),
          Map.entry(
              "SELECT key, size, media_type FROM blob WHERE key = $1",
              "the bytes of a file, which all who stored it share; who may have them is asked in holder"),
          Map.entry(
              "SELECT 1 FROM blob WHERE key = $1 AND deleting_at IS NOT NULL",
              "the bytes of a file, which all who stored it share; who may have them is asked in holder"),
          Map.entry(
              "UPDATE blob SET last_used",
              "the bytes of a file, which all who stored it share; who may have them is asked in holder"),
          Map.entry(
              "DELETE FROM blob WHERE key = $1",
              "cleans up files that nobody holds any more, of all tenants"),
          Map.entry(
              "SELECT key AS name FROM blob WHERE key = ANY",
              "compares what lies on disks with the books, of all tenants"),
          Map.entry(
              "SELECT key, size FROM blob WHERE deleting_at IS NULL AND NOT EXISTS",
              "compares what lies on disks with the books, of all tenants"),
          Map.entry(
              "SELECT count(*) AS entries FROM blob",
              "compares what lies on disks with the books, of all tenants"),
          Map.entry(
              "INSERT INTO place (blob_key, store_id) SELECT key",
              "compares what lies on disks with the books, of all tenants"),
          Map.entry(
              "SELECT 1 FROM blob WHERE key = $1 FOR UPDATE",
              "locks a file whose holders are then looked at"),
          Map.entry(
              "SELECT key FROM blob WHERE deleting_at IS NOT NULL",
              "cleans up files that nobody holds any more, of all tenants"),
          Map.entry(
              "SELECT count(*) AS files FROM blob WHERE deleting_at IS NOT NULL",
              "cleans up files that nobody holds any more, of all tenants"),
          Map.entry(
              "SELECT key, size, last_used FROM blob WHERE key >",
              "cleans up files that nobody holds any more, of all tenants"),
          Map.entry(
              "SELECT key, size, last_used FROM blob WHERE class = 'segments'",
              "makes room in the cache of segments, which is shared by all"),
          Map.entry(
              "SELECT coalesce(sum(size), 0)::bigint AS bytes FROM blob WHERE class = 'segments'",
              "makes room in the cache of segments, which is shared by all"),
          Map.entry(
              "WITH marked AS ( UPDATE blob SET deleting_at",
              "cleans up files that nobody holds any more, of all tenants"),
          Map.entry(
              "UPDATE blob SET class = (SELECT class FROM holder",
              "a file is kept as whoever would miss it most stored it"),
          Map.entry(
              "SELECT link.*, coalesce(blob.size, 0) AS size FROM link LEFT JOIN blob ON blob.key = link.blob_key AND deleting_at IS NULL",
              "the beginning of statements that go on with the tenant, or with the id in a signed address"),
          Map.entry(
              "UPDATE link SET downloads",
              "by the id in a signed address, which whoever has it may use"),
          Map.entry(
              "DELETE FROM link WHERE expires_at", "forgets what is long past, of all tenants"));

  @Test
  void everyStatementNamesTheTenantOrSaysWhyNot() {
    TenantStatements statements = TenantStatements.read(OF_ALL.keySet());

    assertThat(statements.tables()).contains("holder", "link", "legal_hold");
    assertThat(statements.all()).isGreaterThan(40);
    assertThat(statements.without()).isEmpty();
  }
}
