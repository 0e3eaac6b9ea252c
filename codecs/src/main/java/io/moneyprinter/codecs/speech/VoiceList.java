package io.moneyprinter.codecs.speech;

import java.util.List;

/** Voices, best first. */
public record VoiceList(List<Voice> voices) {
  public VoiceList {
    voices = voices == null ? List.of() : List.copyOf(voices);
  }
}
