package io.moneyprinter.storage.sealing;

import java.util.Locale;

/** How the bytes of an object were written before they were encrypted. */
public enum Encoding {
  IDENTITY,
  /** Zstandard (RFC 8878). */
  ZSTD;

  /** The word in the database. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Encoding of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
