package io.moneyprinter.video.audio;

import java.util.Locale;

/** The parts a mix is made of, and handed out as on request. */
enum Stem {
  VOICE,
  MUSIC,
  CLIPS,
  EFFECTS;

  /** The word in filter graphs. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name its owner sees. */
  String fileName() {
    return "stem-" + label() + ".wav";
  }

  /** Whether it steps back while somebody speaks. */
  boolean ducked() {
    return this == MUSIC || this == CLIPS;
  }
}
