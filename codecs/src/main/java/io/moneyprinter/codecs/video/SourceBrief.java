package io.moneyprinter.codecs.video;

/**
 * What a script is to be made from. Exactly one of the three.
 *
 * @param text of an article
 * @param url of a page whose readable text is taken; http or https, not on a private network
 * @param encyclopedia title of an article of Wikipedia in the video's language, whose summary is
 *     taken
 */
public record SourceBrief(String text, String url, String encyclopedia) {}
