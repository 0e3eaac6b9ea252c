package io.moneyprinter.video.safety;

import io.moneyprinter.codecs.bus.ServiceFailure;

/** The refusal of a file: one sentence with what is wrong and what to do about it. */
final class Refusal {
  private Refusal() {}

  /** The file ends before it should. */
  static ServiceFailure cutOff(String part, long wanted, long there) {
    return of(
        "The file is cut off: its part %s ends at byte %d, the file at byte %d. Copy or download"
            + " it again",
        part, wanted, there);
  }

  /** The parts of the file contradict each other. */
  static ServiceFailure broken(String what) {
    return of(
        "The file is damaged or forged: %s. Save it again with another program, such as a video"
            + " editor",
        what);
  }

  /** The file is sound, but more than this node takes. */
  static ServiceFailure beyond(String what, String remedy, String setting) {
    return of("%s: %s, or raise video.limits.%s", what, remedy, setting);
  }

  static ServiceFailure of(String sentence, Object... values) {
    return ServiceFailure.invalid("/blob", sentence.formatted(values));
  }

  /** A name out of a file, as it may stand in a sentence. */
  static String printable(String name) {
    String clean = name.replace("\0", "").replaceAll("[^\\x20-\\x7e]", "?");
    return clean.length() > 80 ? clean.substring(0, 80) + "..." : clean;
  }
}
