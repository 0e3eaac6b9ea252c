package io.moneyprinter.materials.folder;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.MediaInfo;
import io.moneyprinter.materials.library.StoredJson;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.digest.Sha256;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Remembers what the files of folders were, so that one that has not changed is not read again. */
public final class FolderMemory {
  private static final String FIND =
      "SELECT blob::text AS blob, info::text AS info FROM folder_file WHERE form = $1";

  private static final String KEEP =
      "INSERT INTO folder_file (form, blob, info) VALUES ($1, $2::text::jsonb, $3::text::jsonb)"
          + " ON CONFLICT (form) DO UPDATE SET blob = excluded.blob, info = excluded.info,"
          + " seen_at = now()";

  private final Blobs blobs;
  private final Database database;

  public FolderMemory(Blobs blobs, Database database) {
    this.blobs = blobs;
    this.database = database;
  }

  /**
   * A file of a folder in the store.
   *
   * @param info {@code null} for a colour table
   */
  record Kept(Blob blob, MediaInfo info) {}

  /**
   * What tells a file from any other, and from itself when it changed. Blocks.
   *
   * @throws IOException when it is gone
   */
  static String form(Path file) throws IOException {
    Map<String, Object> parts = new TreeMap<>();
    parts.put("path", file.toRealPath());
    boolean unix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
    // The time of the last change of the entry cannot be set back, as that of the content can.
    String wanted =
        unix ? "unix:size,lastModifiedTime,ctime,ino,dev" : "size,lastModifiedTime,fileKey";
    parts.putAll(Files.readAttributes(file, wanted));
    return Sha256.hex(parts.toString());
  }

  /** What a file of that form was found to be, if the store has it still. */
  Future<Optional<Kept>> recall(String form) {
    return blobs
        .recall(form)
        .compose(
            blob ->
                blob.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : database
                        .writer()
                        .preparedQuery(FIND)
                        .execute(Tuple.of(form))
                        .map(rows -> rows.size() == 0 ? null : rows.iterator().next())
                        .map(row -> Optional.ofNullable(row).map(FolderMemory::kept))
                        .map(known -> known.filter(one -> one.blob().equals(blob.get()))));
  }

  private static Kept kept(Row row) {
    return new Kept(
        StoredJson.read(Blob.class, row.getString("blob")),
        StoredJson.read(MediaInfo.class, row.getString("info")));
  }

  Future<Kept> remember(String form, Kept file) {
    return database
        .writer()
        .preparedQuery(KEEP)
        .execute(
            Tuple.of(
                form,
                StoredJson.write(Blob.class, file.blob()),
                StoredJson.write(MediaInfo.class, file.info())))
        .compose(noted -> blobs.remember(form, file.blob()))
        .map(file);
  }
}
