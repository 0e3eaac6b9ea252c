package de.dfki.lt.tools.tokenizer.annotate;

/** The part of JTok's annotated text that MaryTTS calls. */
public interface AnnotatedString {
  /** Moves to a character and answers it; {@code '\uffff'} behind the last one. */
  char setIndex(int index);

  /** Where the annotated stretch around the present character begins. */
  int getRunStart(String key);

  /** Where the annotated stretch around the present character ends, exclusive. */
  int getRunLimit(String key);

  /** The value of the present character; {@code null} without one. */
  Object getAnnotation(String key);

  String substring(int start, int end);
}
