package io.moneyprinter.codecs.video;

/** In what a piece of a stream is sent. */
public enum PieceForm {
  /** MPEG-TS, as every player of HTTP Live Streaming takes it. */
  MPEG_TS("ts", "video/mp2t"),
  /**
   * Fragmented MP4 (ISO/IEC 14496-12, movie fragments), as browsers take it by Media Source
   * Extensions.
   */
  MP4("mp4", "video/mp4");

  private final String extension;
  private final String mediaType;

  PieceForm(String extension, String mediaType) {
    this.extension = extension;
    this.mediaType = mediaType;
  }

  /** How the names of such files end, without the dot. */
  public String extension() {
    return extension;
  }

  public String mediaType() {
    return mediaType;
  }
}
