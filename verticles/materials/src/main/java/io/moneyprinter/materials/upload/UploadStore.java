package io.moneyprinter.materials.upload;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.Upload;
import io.moneyprinter.codecs.materials.UploadDetails;
import io.moneyprinter.materials.library.StoredJson;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Keeps the books of uploads; every row belongs to a tenant and is seen by no other. */
public final class UploadStore {
  private final Database database;
  private final UploadLimits limits;

  public UploadStore(Database database, UploadLimits limits) {
    this.database = database;
    this.limits = limits;
  }

  /**
   * Enters an upload.
   *
   * @param length {@code null} for unknown: as much is kept free as is left, up to one file's most
   */
  Future<Upload> open(String tenant, Long length, UploadDetails details, String home) {
    return database
        .writer()
        .withTransaction(
            connection ->
                connection
                    .preparedQuery(UploadSql.LOCK)
                    .execute(Tuple.of(tenant))
                    .compose(
                        locked ->
                            connection.preparedQuery(UploadSql.USED).execute(Tuple.of(tenant)))
                    .compose(
                        used ->
                            insert(
                                connection,
                                tenant,
                                length,
                                most(length, used.iterator().next()),
                                details,
                                home)));
  }

  /** Bytes that a tenant may still have, beside all that is under way. */
  Future<Long> room(String tenant) {
    return run(UploadSql.USED, Tuple.of(tenant))
        .map(used -> Math.max(0, left(used.iterator().next())));
  }

  private long left(Row used) {
    return limits.tenant() - used.getLong("held") - used.getLong("coming");
  }

  private Future<Upload> insert(
      SqlConnection connection,
      String tenant,
      Long length,
      long most,
      UploadDetails details,
      String home) {
    return connection
        .preparedQuery(UploadSql.INSERT)
        .execute(
            Tuple.of(
                tenant,
                UUID.randomUUID().toString(),
                length,
                most,
                StoredJson.write(UploadDetails.class, details),
                Instant.now().plus(limits.life()).atOffset(ZoneOffset.UTC),
                home))
        .map(rows -> StoredUpload.of(rows.iterator().next()).upload());
  }

  private long most(Long length, Row used) {
    if (used.getLong("open") >= limits.open()) {
      throw new ServiceFailure(
          FailureCode.QUOTA,
          "There are "
              + limits.open()
              + " uploads under way already: finish or delete one of them, or raise"
              + " materials.library.open-uploads");
    }
    long left = left(used);
    if (left <= 0 || length != null && length > left) {
      throw new ServiceFailure(
          FailureCode.QUOTA,
          "The library has room for "
              + Math.max(0, left)
              + " more bytes: delete files that are not needed, which are purged after a while, or"
              + " raise materials.library.tenant-size");
    }
    return length == null ? Math.min(left, limits.file()) : length;
  }

  /** {@code NOT_FOUND} for another tenant's as for none. */
  Future<StoredUpload> get(String tenant, String id) {
    return run(UploadSql.FIND, Tuple.of(tenant, id))
        .map(
            found ->
                first(found)
                    .orElseThrow(
                        () ->
                            ServiceFailure.notFound(
                                "There is no such upload: it ran out, or never was. Begin anew")));
  }

  /** Takes an open upload in hand; empty when it is not open. */
  Future<Optional<StoredUpload>> claim(
      String tenant, String id, String staged, String node, UploadDetails details) {
    return run(
            UploadSql.CLAIM,
            Tuple.of(tenant, id, staged, node, StoredJson.write(UploadDetails.class, details)))
        .map(UploadStore::first);
  }

  Future<Void> renew(List<String> ids) {
    return run(UploadSql.RENEW, Tuple.tuple().addArrayOfString(ids.toArray(String[]::new)))
        .mapEmpty();
  }

  Future<Void> reopen(String id) {
    return run(UploadSql.REOPEN, Tuple.of(id)).mapEmpty();
  }

  Future<Upload> refuse(String id, String problem) {
    return run(UploadSql.REFUSE, Tuple.of(id, problem))
        .map(rows -> first(rows).orElseThrow().upload());
  }

  /** Within the transaction that makes the assets. */
  Future<Upload> done(SqlConnection connection, String id, List<String> assets) {
    return connection
        .preparedQuery(UploadSql.DONE)
        .execute(Tuple.of(id).addArrayOfString(assets.toArray(String[]::new)))
        .map(rows -> first(rows).orElseThrow().upload());
  }

  Future<Optional<StoredUpload>> drop(String tenant, String id) {
    return run(UploadSql.DROP, Tuple.of(tenant, id)).map(UploadStore::first);
  }

  /** Those that somebody took in hand and has said nothing of since. */
  Future<List<StoredUpload>> abandoned(Duration silence) {
    return run(UploadSql.ABANDONED, Tuple.of((double) silence.toSeconds())).map(UploadStore::all);
  }

  Future<List<StoredUpload>> expired() {
    return run(UploadSql.EXPIRED, Tuple.tuple()).map(UploadStore::all);
  }

  Future<Void> putOff(String id, Instant until) {
    return run(UploadSql.PUT_OFF, Tuple.of(id, until.atOffset(ZoneOffset.UTC))).mapEmpty();
  }

  /** Those of the ids that there is a row of. */
  Future<List<String>> known(List<String> ids) {
    return run(UploadSql.KNOWN, Tuple.tuple().addArrayOfString(ids.toArray(String[]::new)))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .map(row -> row.getString("id"))
                    .toList());
  }

  private Future<RowSet<Row>> run(String sql, Tuple values) {
    return database.writer().preparedQuery(sql).execute(values);
  }

  private static Optional<StoredUpload> first(RowSet<Row> rows) {
    return rows.size() == 0
        ? Optional.empty()
        : Optional.of(StoredUpload.of(rows.iterator().next()));
  }

  private static List<StoredUpload> all(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).map(StoredUpload::of).toList();
  }
}
