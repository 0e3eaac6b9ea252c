package io.moneyprinter.speech.remote;

/**
 * What a remote voice is asked to say at a time.
 *
 * @param text within the provider's limit
 * @param language BCP 47 tag of the text
 * @param voice as the provider knows it, without the provider's id
 * @param rate speed, 0.5 to 2; 1 is the voice's own
 */
public record Line(String text, String language, String voice, double rate) {}
