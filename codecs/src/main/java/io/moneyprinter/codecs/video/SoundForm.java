package io.moneyprinter.codecs.video;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms that a sound can be had in. */
public enum SoundForm {
  /** 16 bit, as it is kept. */
  @JsonProperty("wav")
  WAV("audio/wav"),
  /** Without loss, about half as large. */
  @JsonProperty("flac")
  FLAC("audio/flac"),
  @JsonProperty("mp3")
  MP3("audio/mpeg"),
  /** AAC in MP4. */
  @JsonProperty("m4a")
  M4A("audio/mp4"),
  /** Opus in Ogg, the smallest. */
  @JsonProperty("ogg")
  OGG("audio/ogg");

  private final String mediaType;

  SoundForm(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }

  /** How names of such files end, with the dot. */
  public String suffix() {
    return "." + name().toLowerCase(Locale.ROOT);
  }

  /** The form that the name of a file says; empty for any other. */
  public static Optional<SoundForm> ofFile(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(form -> small.endsWith(form.suffix())).findFirst();
  }
}
