package io.moneyprinter.codecs.speech;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is done to the sound of the voice before it is mixed. */
public enum VoiceEffect {
  /** Takes steady noise away, such as a fan's; for recordings. */
  @JsonProperty("denoise")
  DENOISE,
  /** Softens sharp s sounds. */
  @JsonProperty("de-ess")
  DE_ESS,
  /** Fuller below, softer above. */
  @JsonProperty("warm")
  WARM,
  /** Clearer consonants, nothing below the voice. */
  @JsonProperty("bright")
  BRIGHT,
  /** As through a telephone. */
  @JsonProperty("telephone")
  TELEPHONE,
  /** Evens out loud and quiet words. */
  @JsonProperty("compress")
  COMPRESS,
  /** In a small room. */
  @JsonProperty("room")
  ROOM,
  /** In a large hall. */
  @JsonProperty("hall")
  HALL,
  /** With the dense, bright reverberation of a studio plate. */
  @JsonProperty("plate")
  PLATE
}
