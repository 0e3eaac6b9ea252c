package io.moneyprinter.codecs.orchestration;

/** In which order jobs are listed. */
public enum JobSort {
  NEWEST,
  OLDEST,
  /** By title, from A on, whatever its case. */
  TITLE,
  /** By the length of the video; what is not finished comes last. */
  LONGEST
}
