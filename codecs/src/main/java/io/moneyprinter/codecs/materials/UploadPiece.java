package io.moneyprinter.codecs.materials;

import java.util.Objects;

/**
 * Bytes of an upload that came to another node than the one that has its beginning.
 *
 * @param id of the upload
 * @param from how many bytes come before them
 * @param most bytes that the whole file may have
 * @param data the bytes in base64
 */
public record UploadPiece(String id, long from, long most, String data) {
  public UploadPiece {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(data, "data");
  }
}
