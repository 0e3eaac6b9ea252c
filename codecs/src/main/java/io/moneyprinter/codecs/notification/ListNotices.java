package io.moneyprinter.codecs.notification;

/**
 * Asks for the caller's notices, newest first.
 *
 * @param before only those with a smaller number; {@code null} for the newest
 * @param limit 1 to 100
 * @param unread only those that are unread
 * @param kind only of this kind; {@code null} for all
 * @param language of the texts (BCP 47); {@code null} for the one of the caller's preferences
 */
public record ListNotices(
    Long before, int limit, boolean unread, NoticeKind kind, String language) {}
