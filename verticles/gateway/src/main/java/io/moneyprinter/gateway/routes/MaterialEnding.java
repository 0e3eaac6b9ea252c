package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.storage.Blob;
import java.util.Map;

/** How the name of a material's file ends: by what it was found to be, whatever it was called. */
final class MaterialEnding {
  /** Where the usual ending is not the subtype's own name. */
  private static final Map<String, String> USUAL =
      Map.of(
          "image/jpeg", ".jpg",
          "video/quicktime", ".mov",
          "video/x-matroska", ".mkv",
          "audio/mpeg", ".mp3",
          "audio/mp4", ".m4a");

  private MaterialEnding() {}

  /** Such as {@code .png}. */
  static String of(Blob blob) {
    String type = blob.mediaType();
    return USUAL.getOrDefault(type, "." + type.replaceFirst("^.*[/-]", ""));
  }
}
