package io.moneyprinter.users;

import io.moneyprinter.codecs.export.ExportKind;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.export.ExportDesk;
import io.moneyprinter.platform.service.ServiceScope;
import java.util.Map;

/** What accounts and tenants take along of this service: no hash, no secret, no token. */
final class Takeaway {
  private static final String TENANT =
      """
      SELECT id AS tenant, NULL::text AS subject, id AS position, name, tier, created_at
      FROM tenants\
      """;

  private static final String ACCOUNTS =
      """
      SELECT tenant, id AS subject, id AS position, name, role, email, email_verified_at,
        pending_email, created_at
      FROM users\
      """;

  private static final String SESSIONS =
      """
      SELECT tenant, user_id AS subject, id::text AS position, created_at, last_used_at,
        expires_at, address, agent, ended_at, end_reason
      FROM sessions\
      """;

  private static final String API_KEYS =
      """
      SELECT tenant, user_id AS subject, prefix AS position, prefix, name, scopes, created_at,
        expires_at, revoked_at, last_used_at
      FROM api_keys\
      """;

  private static final String IDENTITIES =
      """
      SELECT tenant, user_id AS subject, issuer || ' ' || subject AS position, issuer,
        subject AS known_there_as, linked_at
      FROM identities\
      """;

  private static final String ALLOWANCE_USES =
      """
      SELECT tenant, NULL::text AS subject, job_id AS position, job_id AS video, at, released
      FROM video_uses\
      """;

  private Takeaway() {}

  static void serve(ServiceScope scope, Database database) {
    ExportDesk.serve(
        scope,
        database,
        Map.of(
            ExportKind.TENANT, TENANT,
            ExportKind.ACCOUNTS, ACCOUNTS,
            ExportKind.SESSIONS, SESSIONS,
            ExportKind.API_KEYS, API_KEYS,
            ExportKind.IDENTITIES, IDENTITIES,
            ExportKind.ALLOWANCE_USES, ALLOWANCE_USES));
  }
}
