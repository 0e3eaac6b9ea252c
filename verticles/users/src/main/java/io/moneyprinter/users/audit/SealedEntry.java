package io.moneyprinter.users.audit;

import io.moneyprinter.codecs.audit.AuditEntry;
import io.moneyprinter.codecs.audit.AuditOutcome;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** A record of the log with its mark. */
record SealedEntry(AuditEntry entry, AuditKeys.Mark mark) {
  static final String COLUMNS =
      "sequence, id, at, action, outcome, tenant, actor, target, address, correlation_id, details,"
          + " previous, hash, key_id, mark";

  static SealedEntry of(Row row) {
    Map<String, String> details = new TreeMap<>();
    row.getJsonObject("details")
        .forEach(field -> details.put(field.getKey(), String.valueOf(field.getValue())));
    return new SealedEntry(
        new AuditEntry(
            row.getLong("sequence"),
            row.getString("id"),
            row.getOffsetDateTime("at").toInstant(),
            row.getString("action"),
            outcome(row.getString("outcome")),
            row.getString("tenant"),
            row.getString("actor"),
            row.getString("target"),
            row.getString("address"),
            row.getString("correlation_id"),
            details,
            hex(row.getBuffer("previous").getBytes()),
            hex(row.getBuffer("hash").getBytes())),
        new AuditKeys.Mark(row.getString("key_id"), row.getBuffer("mark").getBytes()));
  }

  /** What somebody wrote in its place is no reason to stop: the hash tells. */
  private static AuditOutcome outcome(String text) {
    for (AuditOutcome outcome : AuditOutcome.values()) {
      if (outcome.name().equals(text)) {
        return outcome;
      }
    }
    return AuditOutcome.FAILED;
  }

  Tuple row() {
    JsonObject details = new JsonObject();
    entry.details().forEach(details::put);
    return Tuple.tuple()
        .addLong(entry.sequence())
        .addString(entry.id())
        .addOffsetDateTime(entry.at().atOffset(ZoneOffset.UTC))
        .addString(entry.action())
        .addString(entry.outcome().name())
        .addString(entry.tenant())
        .addString(entry.actor())
        .addString(entry.target())
        .addString(entry.address())
        .addString(entry.correlationId())
        .addJsonObject(details)
        .addBuffer(Buffer.buffer(bytes(entry.previousHash())))
        .addBuffer(Buffer.buffer(bytes(entry.hash())))
        .addString(mark.keyId())
        .addBuffer(Buffer.buffer(mark.bytes()));
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
