package io.moneyprinter.codecs.speech;

/**
 * @param language only voices of this language (its first part is compared); {@code null} for all
 * @param provider only voices of this one; {@code null} for all
 * @param gender only {@code female}, {@code male} or {@code unknown} ones; {@code null} for all
 * @param offline only those that work, or do not work, without the internet; {@code null} for all
 */
public record ListVoices(String language, String provider, String gender, Boolean offline) {
  public ListVoices(String language) {
    this(language, null, null, null);
  }
}
