package io.moneyprinter.codecs.export;

import java.util.Locale;

/** The kinds of rows that an export is made of, each kept by one service. Secrets are in none. */
public enum ExportKind {
  TENANT("users", false),
  ACCOUNTS("users", true),
  SESSIONS("users", true),
  API_KEYS("users", true),
  IDENTITIES("users", true),
  ALLOWANCE_USES("users", false),
  AUDIT_RECORDS("audit", true),
  AUDIT_RECORDS_ABOUT("audit", true),
  VIDEOS("orchestration", true),
  STORYBOARDS("orchestration", true),
  BATCHES("orchestration", true),
  BATCH_ROWS("orchestration", true),
  SCHEDULES("orchestration", true),
  SCHEDULE_RUNS("orchestration", true),
  COSTS("orchestration", true),
  TEMPLATES("content", true),
  LEXICONS("speech", false),
  MATERIALS("materials", false),
  COLLECTIONS("materials", false),
  COLLECTION_MEMBERS("materials", false),
  IMPORTED_PICTURES("materials", false),
  MUSIC("materials", false),
  FILES("storage", true),
  LINKS("storage", true),
  PREFERENCES("notification", true),
  NOTIFICATIONS("notification", true),
  KNOWN_ADDRESSES("notification", true),
  PUSH_SUBSCRIPTIONS("notification", true),
  WEBHOOKS("notification", true),
  WEBHOOK_DELIVERIES("notification", true),
  USAGE("analytics", false);

  private final String service;
  private final boolean personal;

  ExportKind(String service, boolean personal) {
    this.service = service;
    this.personal = personal;
  }

  /** Who keeps them. */
  public String service() {
    return service;
  }

  /** Whether rows belong to persons; the others are the tenant's, and in its export only. */
  public boolean personal() {
    return personal;
  }

  /** As in names of files, such as {@code batch-rows}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
