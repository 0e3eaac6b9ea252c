package io.moneyprinter.codecs.storage;

/** What a browser is told to do with a linked file (RFC 6266, section 4.2). */
public enum LinkDisposition {
  /** Show it. */
  INLINE,
  /** Save it. */
  ATTACHMENT
}
