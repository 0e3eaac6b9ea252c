package io.moneyprinter.codecs.storage;

import java.util.Locale;
import java.util.Optional;

/**
 * What kind of file it is, which decides where it is kept and for how long; from the one that is
 * missed least to the one that is missed most. A file that is stored as several kinds counts as the
 * last of them.
 */
public enum StorageClass {
  /** Made anew whenever somebody wants it: pieces of a live stream, previews. */
  TEMPORARY,
  /** Rendered stretches and mixes: hours of computing, but nothing paid. */
  SEGMENTS,
  /** What was said or written, some of it by paid services. */
  PARTS,
  /** Pictures, clips and music from outside. */
  MATERIALS,
  /** What is handed out: videos and what lies beside them. */
  RESULTS;

  /** The word in settings, database and metrics. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The class of that word. */
  public static Optional<StorageClass> of(String word) {
    for (StorageClass each : values()) {
      if (each.word().equals(word)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** What a service stores unless it says otherwise. */
  public static StorageClass usual(String origin) {
    return switch (origin) {
      case "materials" -> MATERIALS;
      case "speech", "content" -> PARTS;
      default -> SEGMENTS;
    };
  }
}
