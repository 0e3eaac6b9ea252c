package io.moneyprinter.storage.home;

import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.sealing.WrappedKey;
import io.moneyprinter.storage.objects.BegunUpload;
import io.moneyprinter.storage.sealing.Encoding;
import io.moneyprinter.storage.sealing.Seal;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The books of homes, and of what is on its way to one. */
public final class HomeBooks {
  private static final String HOMES = "SELECT * FROM home WHERE blob_key = $1 ORDER BY bucket";

  private static final String HOME = "SELECT * FROM home WHERE blob_key = $1 AND bucket = $2";

  private static final String UPLOAD =
      "SELECT * FROM upload WHERE blob_key = $1 AND bucket = $2 AND store_id = $3";

  private static final String UPLOADS =
      "SELECT * FROM upload WHERE store_id = $1 ORDER BY begun_at LIMIT 100";

  private static final String BEGIN =
      """
      INSERT INTO upload (blob_key, bucket, store_id, object, stored_size, digest, encoding, key_id,
        data_key)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      ON CONFLICT (blob_key, bucket, store_id) DO UPDATE SET
        object = excluded.object, stored_size = excluded.stored_size, digest = excluded.digest,
        encoding = excluded.encoding, key_id = excluded.key_id, data_key = excluded.data_key,
        upload_id = NULL, part_size = NULL, begun_at = now()""";

  private static final String PARTS =
      """
      UPDATE upload SET upload_id = $4, part_size = $5
      WHERE blob_key = $1 AND bucket = $2 AND store_id = $3 AND object = $6""";

  /** The keys are read from the row, which a rotation may have wrapped anew meanwhile. */
  private static final String FINISH =
      """
      WITH done AS (
        DELETE FROM upload
        WHERE blob_key = $1 AND bucket = $2 AND store_id = $3 AND object = $4 RETURNING *),
      kept AS (
        INSERT INTO home (blob_key, bucket, object, stored_size, encoding, key_id, data_key)
        SELECT blob_key, bucket, object, stored_size, encoding, key_id, data_key FROM done
        ON CONFLICT (blob_key, bucket) DO NOTHING RETURNING 1)
      SELECT 1 FROM kept""";

  private static final String DROP =
      "DELETE FROM upload WHERE blob_key = $1 AND bucket = $2 AND store_id = $3 AND object = $4";

  private static final String LEAVE =
      "DELETE FROM home WHERE blob_key = $1 AND bucket = $2 AND object = $3";

  private final Database database;
  private final UUID store;

  /**
   * @param store of this node's data folder
   */
  public HomeBooks(Database database, UUID store) {
    this.database = database;
    this.store = store;
  }

  /** All homes of a file. */
  public Future<List<Home>> homes(String key) {
    return run(HOMES, Tuple.of(key)).map(rows -> all(rows).map(HomeBooks::homeOf).toList());
  }

  Future<Optional<Home>> home(String key, String bucket) {
    return run(HOME, Tuple.of(key, bucket))
        .map(rows -> all(rows).map(HomeBooks::homeOf).findFirst());
  }

  /** What this store has begun to send of a file. */
  Future<Optional<Upload>> upload(String key, String bucket) {
    return run(UPLOAD, Tuple.of(key, bucket, store))
        .map(rows -> all(rows).map(HomeBooks::uploadOf).findFirst());
  }

  /** What this store has begun to send, the oldest first, a hundred at most. */
  Future<List<Upload>> uploads() {
    return run(UPLOADS, Tuple.of(store)).map(rows -> all(rows).map(HomeBooks::uploadOf).toList());
  }

  Future<Void> begin(Upload upload) {
    Home home = upload.home();
    Optional<WrappedKey> key = home.seal().key();
    return run(
            BEGIN,
            Tuple.of(home.blobKey(), home.bucket(), store, home.object(), home.storedSize())
                .addString(upload.digest())
                .addString(home.seal().encoding().word())
                .addString(key.map(WrappedKey::keyId).orElse(null))
                .addBuffer(key.map(wrapped -> Buffer.buffer(wrapped.bytes())).orElse(null)))
        .mapEmpty();
  }

  Future<Void> parts(Home home, BegunUpload parts) {
    return run(
            PARTS,
            Tuple.of(
                home.blobKey(), home.bucket(), store, parts.id(), parts.partSize(), home.object()))
        .mapEmpty();
  }

  /** Enters what was sent as a home; answers whether it is the home, or one was there before. */
  Future<Boolean> finish(Home home) {
    return run(FINISH, Tuple.of(home.blobKey(), home.bucket(), store, home.object()))
        .map(rows -> rows.size() > 0);
  }

  Future<Void> drop(Home home) {
    return run(DROP, Tuple.of(home.blobKey(), home.bucket(), store, home.object())).mapEmpty();
  }

  /** Strikes out a home in which the object turned out to be missing. */
  Future<Void> leave(Home home) {
    return run(LEAVE, Tuple.of(home.blobKey(), home.bucket(), home.object())).mapEmpty();
  }

  private Future<RowSet<Row>> run(String sql, Tuple values) {
    return database.writer().preparedQuery(sql).execute(values);
  }

  private static Stream<Row> all(RowSet<Row> rows) {
    List<Row> list = new ArrayList<>();
    rows.forEach(list::add);
    return list.stream();
  }

  private static Home homeOf(Row row) {
    Optional<WrappedKey> key =
        Optional.ofNullable(row.getString("key_id"))
            .map(id -> new WrappedKey(id, row.getBuffer("data_key").getBytes()));
    return new Home(
        row.getString("blob_key"),
        row.getString("bucket"),
        row.getString("object"),
        row.getLong("stored_size"),
        new Seal(Encoding.of(row.getString("encoding")), key));
  }

  private static Upload uploadOf(Row row) {
    return new Upload(
        homeOf(row),
        row.getString("digest"),
        Optional.ofNullable(row.getString("upload_id"))
            .map(id -> new BegunUpload(id, row.getLong("part_size"))));
  }
}
