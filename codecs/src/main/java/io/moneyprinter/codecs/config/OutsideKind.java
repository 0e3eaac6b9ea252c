package io.moneyprinter.codecs.config;

/** What an outside service is for. */
public enum OutsideKind {
  /** It writes scripts. */
  WORDS,
  /** It speaks. */
  VOICES,
  /** It has pictures and clips. */
  PICTURES,
  /** It paints pictures. */
  PAINTING,
  /** It has music. */
  MUSIC,
  /** It tells what texts mean. */
  MEANING
}
