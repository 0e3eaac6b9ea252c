package io.moneyprinter.codecs.video;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.moneyprinter.codecs.storage.Blob;

/**
 * How the colours of a picture are changed. Applied in the order of the components; what is absent
 * changes nothing.
 *
 * @param brightness added to the luma, -1 to 1
 * @param contrast factor around mid grey, 0 to 3
 * @param saturation factor, 0 (grey) to 3
 * @param temperature warmer above 0, cooler below, -1 to 1
 * @param filter a ready-made look
 * @param lut a look-up table in the CUBE format, laid on last
 * @param lutMedia name of a {@code .cube} file in the brief's collection; taken for {@code lut}
 *     when the video is planned
 */
public record Grade(
    Double brightness,
    Double contrast,
    Double saturation,
    Double temperature,
    Filter filter,
    Blob lut,
    String lutMedia) {
  /** The ready-made looks. */
  public enum Filter {
    @JsonProperty("mono")
    MONO,
    @JsonProperty("sepia")
    SEPIA,
    /** Faded blacks, a little yellow. */
    @JsonProperty("vintage")
    VINTAGE,
    @JsonProperty("vivid")
    VIVID,
    /** Teal shadows and orange lights. */
    @JsonProperty("cinema")
    CINEMA,
    /** Dark corners. */
    @JsonProperty("vignette")
    VIGNETTE
  }
}
