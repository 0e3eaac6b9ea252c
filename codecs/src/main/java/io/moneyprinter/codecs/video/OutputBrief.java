package io.moneyprinter.codecs.video;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * In which form the finished video is wanted.
 *
 * @param container absent for MP4
 * @param codec absent for what suits the container: H.264 in MP4, VP9 in WebM, ProRes in MOV
 * @param quality absent for standard
 * @param stems whether voice, music and effects are handed out as files of their own too
 * @param thumbnails whether small pictures and a sprite sheet for players are made
 * @param captionTracks whether the captions are added as tracks that a player can switch on
 */
public record OutputBrief(
    Container container,
    VideoCodec codec,
    Quality quality,
    Boolean stems,
    Boolean thumbnails,
    Boolean captionTracks) {
  /** Kinds of file. */
  public enum Container {
    @JsonProperty("mp4")
    MP4,
    @JsonProperty("webm")
    WEBM,
    @JsonProperty("mov")
    MOV,
    /** A looping picture without sound. */
    @JsonProperty("gif")
    GIF,
    /** The sound alone: AAC in MP4. */
    @JsonProperty("audio")
    AUDIO
  }

  /** Levels of fidelity and of the time spent on it. */
  public enum Quality {
    /** Half the size of the canvas, as fast as can be: for a look. */
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("standard")
    STANDARD,
    /** Larger, slower, nearer to the original. */
    @JsonProperty("high")
    HIGH
  }

  public static final OutputBrief DEFAULT = new OutputBrief(null, null, null, null, null, null);

  public OutputBrief {
    container = container == null ? Container.MP4 : container;
    codec = codec == null ? suited(container) : codec;
    quality = quality == null ? Quality.STANDARD : quality;
    stems = stems != null && stems;
    thumbnails = thumbnails != null && thumbnails;
    captionTracks = captionTracks != null && captionTracks;
  }

  private static VideoCodec suited(Container container) {
    return switch (container) {
      case WEBM -> VideoCodec.VP9;
      case MOV -> VideoCodec.PRORES;
      case MP4, GIF, AUDIO -> VideoCodec.H264;
    };
  }

  /** How segments are encoded for it. */
  public Encoding encoding() {
    return new Encoding(container == Container.GIF ? VideoCodec.LOSSLESS : codec, quality);
  }
}
