package io.moneyprinter.materials.upload;

import io.moneyprinter.codecs.materials.Upload;
import io.moneyprinter.codecs.materials.UploadDetails;
import io.moneyprinter.materials.library.StoredJson;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * An upload with what only its keepers know.
 *
 * @param staged name in the staging folder while it is looked at; {@code null} before
 */
record StoredUpload(String tenant, Upload upload, String staged) {
  /** Of a row with the columns of {@link UploadSql}. */
  static StoredUpload of(Row row) {
    return new StoredUpload(
        row.getString("tenant"),
        new Upload(
            row.getString("id"),
            Upload.State.valueOf(row.getString("state")),
            row.getLong("length"),
            row.getLong("most"),
            StoredJson.read(UploadDetails.class, row.getString("details")),
            List.of(row.getArrayOfStrings("assets")),
            row.getString("problem"),
            instant(row.getOffsetDateTime("created_at")),
            instant(row.getOffsetDateTime("expires_at")),
            row.getString("home")),
        row.getString("staged"));
  }

  private static Instant instant(OffsetDateTime at) {
    return at.toInstant();
  }
}
