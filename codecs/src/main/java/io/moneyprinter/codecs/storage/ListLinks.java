package io.moneyprinter.codecs.storage;

/**
 * Lists the caller's links, the newest first; also those that are good no more, for a month.
 *
 * @param subject what they are of, such as {@code video/<id>}; all when {@code null}
 * @param after id of the last link of the page before; {@code null} for the first page
 * @param limit 1 to 100
 */
public record ListLinks(String subject, String after, int limit) {}
