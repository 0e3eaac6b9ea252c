package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.video.Publication;
import java.util.Arrays;
import java.util.Optional;

/** The closed set of files that a video may have. No other name is ever looked up. */
enum FileType {
  VIDEO(Publication.VIDEO, "video/mp4"),
  POSTER(Publication.POSTER, "image/jpeg"),
  SRT(Publication.SRT, "application/x-subrip; charset=utf-8"),
  VTT(Publication.VTT, "text/vtt; charset=utf-8"),
  ASS(Publication.ASS, "text/x-ssa; charset=utf-8"),
  MANIFEST(Publication.MANIFEST, "application/json");

  private final String fileName;
  private final String mediaType;

  FileType(String fileName, String mediaType) {
    this.fileName = fileName;
    this.mediaType = mediaType;
  }

  static Optional<FileType> of(String name) {
    return Arrays.stream(values()).filter(type -> type.fileName.equals(name)).findFirst();
  }

  String fileName() {
    return fileName;
  }

  String mediaType() {
    return mediaType;
  }
}
