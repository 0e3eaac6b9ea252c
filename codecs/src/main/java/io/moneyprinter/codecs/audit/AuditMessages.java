package io.moneyprinter.codecs.audit;

import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.bus.MessageCatalogue;
import io.moneyprinter.codecs.bus.Topic;
import java.time.Duration;

/** What the auditor answers; it runs with the users service. */
public final class AuditMessages {
  /** Answered when the record is on the database's disk. */
  public static final Endpoint<RecordAudit, AuditReceipt> RECORD =
      new Endpoint<>("audit.record", RecordAudit.class, AuditReceipt.class);

  public static final Endpoint<ListAudit, AuditPage> LIST =
      new Endpoint<>("audit.list", ListAudit.class, AuditPage.class);

  /** Reads all of the log: some seconds for every million records. */
  public static final Endpoint<VerifyAudit, AuditVerdict> VERIFY =
      new Endpoint<>("audit.verify", VerifyAudit.class, AuditVerdict.class, Duration.ofMinutes(10));

  /** What was recorded, in the context of the call that did it; told once it is kept. */
  public static final Topic<RecordAudit> RECORDED =
      new Topic<>("audit.recorded", RecordAudit.class);

  private AuditMessages() {}

  public static void catalogue(MessageCatalogue.Builder types) {
    types.add("audit.AuditReceipt.v1", AuditReceipt.class);
    types.add("audit.AuditPage.v1", AuditPage.class);
    types.add("audit.AuditVerdict.v1", AuditVerdict.class);
    types.add(RECORD, "audit.RecordAudit.v1");
    types.add(LIST, "audit.ListAudit.v1");
    types.add(VERIFY, "audit.VerifyAudit.v1");
  }
}
