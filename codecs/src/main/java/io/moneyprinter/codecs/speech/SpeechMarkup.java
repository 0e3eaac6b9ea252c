package io.moneyprinter.codecs.speech;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A text with marks of how it is spoken (W3C, "Speech Synthesis Markup Language 1.1", and the
 * elements of Microsoft's beginning with {@code mstts}). Only what was understood is kept: {@code
 * inner} is written anew from it, so that nothing else ever reaches a service.
 *
 * @param plain what is said, without marks: for captions, and for voices that read no marks
 * @param inner what stands within {@code <speak>}, as XML
 * @param elements names of the elements in it
 * @param pauses that it asks for, in order
 * @param aliases how words of {@code <sub>} are read, by how they are written
 */
public record SpeechMarkup(
    String plain,
    String inner,
    Set<String> elements,
    List<Pause> pauses,
    Map<String, String> aliases) {
  /** The longest document that is read, characters. */
  public static final int LONGEST = 10_000;

  private static final String START = "<speak";

  /**
   * A silence.
   *
   * @param at how many characters of the plain text stand before it
   */
  public record Pause(int at, double seconds) {}

  public SpeechMarkup {
    elements = Set.copyOf(elements);
    pauses = List.copyOf(pauses);
    aliases = Map.copyOf(aliases);
  }

  /** Whether a narration is meant as such a document. */
  public static boolean is(String narration) {
    return narration != null && narration.stripLeading().startsWith(START);
  }

  /**
   * Reads a document.
   *
   * @throws IllegalArgumentException with a sentence for the author: what is wrong, and what would
   *     be right
   */
  public static SpeechMarkup parse(String document) {
    return new MarkupReader(document).read();
  }
}
