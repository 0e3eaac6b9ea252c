package io.moneyprinter.codecs.video;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Forms of compressed video. */
public enum VideoCodec {
  @JsonProperty("h264")
  H264,
  @JsonProperty("hevc")
  HEVC,
  @JsonProperty("av1")
  AV1,
  @JsonProperty("vp9")
  VP9,
  /** Large, for editing: 4:2:2, 10 bit, every frame by itself. */
  @JsonProperty("prores")
  PRORES,
  /** Every pixel kept: what other forms are made or measured from. */
  @JsonProperty("lossless")
  LOSSLESS
}
