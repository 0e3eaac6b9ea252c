package io.moneyprinter.codecs.batch;

/** How the rows of a batch are written. */
public enum BatchFormat {
  /** An array of briefs, or an object with them under {@code rows} beside what holds for all. */
  JSON,
  /** RFC 4180, with a first line of keys, such as {@code script} or {@code music.mood}. */
  CSV,
  /** One JSON object on each line. */
  NDJSON
}
