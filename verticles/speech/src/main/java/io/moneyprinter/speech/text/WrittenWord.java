package io.moneyprinter.speech.text;

/**
 * A word as it stands in a text, with the punctuation that touches it.
 *
 * @param from first character in the text, inclusive
 * @param to last character in the text, exclusive
 */
public record WrittenWord(String text, int from, int to) {}
