package io.moneyprinter.codecs.speech;

/**
 * @param language only voices of this language (its first part is compared); {@code null} for all
 */
public record ListVoices(String language) {}
