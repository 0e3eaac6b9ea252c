package io.moneyprinter.users.audit;

import io.moneyprinter.codecs.audit.AuditEntry;
import io.moneyprinter.codecs.audit.AuditPage;
import io.moneyprinter.codecs.audit.AuditReceipt;
import io.moneyprinter.codecs.audit.ListAudit;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables of the audit log. */
final class AuditStore {
  /** The end of the chain. */
  record Head(long sequence, byte[] hash, AuditKeys.Mark mark) {}

  /** What is to be appended: makes the records that follow the end. */
  interface Sealing {
    List<SealedEntry> follow(Head head, Instant at, Map<String, AuditReceipt> known);
  }

  private static final String INSERT =
      "INSERT INTO audit_log ("
          + SealedEntry.COLUMNS
          + ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";

  private final Database database;

  AuditStore(Database database) {
    this.database = database;
  }

  /**
   * Appends in one transaction, one node after the other.
   *
   * @param ids of what is to be appended; those that are there already come back as receipts
   * @return receipts of all by id
   */
  Future<Map<String, AuditReceipt>> append(List<String> ids, Sealing sealing, AuditKeys keys) {
    return database
        .writer()
        .withTransaction(
            transaction ->
                transaction
                    .query(
                        "SELECT sequence, hash, key_id, mark, clock_timestamp() AS at"
                            + " FROM audit_head FOR UPDATE")
                    .execute()
                    .map(rows -> rows.iterator().next())
                    .compose(
                        row ->
                            known(transaction, ids)
                                .compose(
                                    known ->
                                        insert(
                                            transaction,
                                            sealing.follow(
                                                head(row),
                                                row.getOffsetDateTime("at").toInstant(),
                                                known),
                                            known,
                                            keys))));
  }

  private static Head head(Row row) {
    return new Head(
        row.getLong("sequence"),
        row.getBuffer("hash").getBytes(),
        new AuditKeys.Mark(row.getString("key_id"), row.getBuffer("mark").getBytes()));
  }

  private static Future<Map<String, AuditReceipt>> known(SqlConnection sql, List<String> ids) {
    return sql.preparedQuery("SELECT id, sequence, hash FROM audit_log WHERE id = ANY($1)")
        .execute(Tuple.tuple().addArrayOfString(ids.toArray(String[]::new)))
        .map(
            rows -> {
              Map<String, AuditReceipt> known = new HashMap<>();
              for (Row row : rows) {
                known.put(
                    row.getString("id"),
                    new AuditReceipt(
                        row.getLong("sequence"),
                        SealedEntry.hex(row.getBuffer("hash").getBytes())));
              }
              return known;
            });
  }

  private static Future<Map<String, AuditReceipt>> insert(
      SqlConnection sql,
      List<SealedEntry> entries,
      Map<String, AuditReceipt> known,
      AuditKeys keys) {
    if (entries.isEmpty()) {
      return Future.succeededFuture(known);
    }
    AuditEntry last = entries.get(entries.size() - 1).entry();
    byte[] hash = SealedEntry.bytes(last.hash());
    AuditKeys.Mark mark = keys.mark(AuditChain.HEAD, hash);
    return sql.preparedQuery(INSERT)
        .executeBatch(entries.stream().map(SealedEntry::row).toList())
        .compose(
            inserted ->
                sql.preparedQuery(
                        "UPDATE audit_head SET sequence = $1, hash = $2, key_id = $3, mark = $4")
                    .execute(
                        Tuple.of(
                            last.sequence(),
                            Buffer.buffer(hash),
                            mark.keyId(),
                            Buffer.buffer(mark.bytes()))))
        .map(
            moved -> {
              Map<String, AuditReceipt> all = new HashMap<>(known);
              entries.forEach(
                  one ->
                      all.put(
                          one.entry().id(),
                          new AuditReceipt(one.entry().sequence(), one.entry().hash())));
              return all;
            });
  }

  Future<Head> head() {
    return database
        .writer()
        .query("SELECT sequence, hash, key_id, mark FROM audit_head")
        .execute()
        .map(rows -> head(rows.iterator().next()));
  }

  /** Records after a sequence, in order. */
  Future<List<SealedEntry>> after(long sequence, int limit) {
    return database
        .writer()
        .preparedQuery(
            "SELECT "
                + SealedEntry.COLUMNS
                + " FROM audit_log WHERE sequence > $1 ORDER BY sequence LIMIT $2")
        .execute(Tuple.of(sequence, limit))
        .map(AuditStore::records);
  }

  private static List<SealedEntry> records(RowSet<Row> rows) {
    List<SealedEntry> entries = new ArrayList<>();
    rows.forEach(row -> entries.add(SealedEntry.of(row)));
    return entries;
  }

  /** Newest first. */
  Future<AuditPage> list(ListAudit wish) {
    boolean kind = wish.action() != null && wish.action().endsWith(".*");
    Tuple values =
        Tuple.tuple()
            .addLong(wish.before())
            .addString(kind ? wish.action().substring(0, wish.action().length() - 1) : null)
            .addString(kind ? null : wish.action())
            .addString(wish.outcome() == null ? null : wish.outcome().name())
            .addString(wish.tenant())
            .addString(wish.actor())
            .addString(wish.target())
            .addString(wish.address())
            .addOffsetDateTime(wish.from() == null ? null : wish.from().atOffset(ZoneOffset.UTC))
            .addOffsetDateTime(wish.until() == null ? null : wish.until().atOffset(ZoneOffset.UTC))
            .addInteger(wish.limit() + 1);
    return database
        .reader()
        .preparedQuery(
            "SELECT "
                + SealedEntry.COLUMNS
                + """
                 FROM audit_log
                WHERE ($1::bigint IS NULL OR sequence < $1)
                  AND ($2::text IS NULL OR starts_with(action, $2))
                  AND ($3::text IS NULL OR action = $3)
                  AND ($4::text IS NULL OR outcome = $4)
                  AND ($5::text IS NULL OR tenant = $5)
                  AND ($6::text IS NULL OR actor = $6)
                  AND ($7::text IS NULL OR target = $7)
                  AND ($8::text IS NULL OR address = $8)
                  AND ($9::timestamptz IS NULL OR at >= $9)
                  AND ($10::timestamptz IS NULL OR at < $10)
                ORDER BY sequence DESC LIMIT $11""")
        .execute(values)
        .map(rows -> page(records(rows), wish.limit()));
  }

  private static AuditPage page(List<SealedEntry> found, int limit) {
    List<AuditEntry> entries = found.stream().map(SealedEntry::entry).limit(limit).toList();
    return new AuditPage(entries, found.size() > limit ? entries.get(limit - 1).sequence() : null);
  }
}
