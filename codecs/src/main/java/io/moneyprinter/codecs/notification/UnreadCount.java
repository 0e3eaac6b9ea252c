package io.moneyprinter.codecs.notification;

/**
 * @param unread how many notices of the caller are unread
 * @param changed how many the call changed
 */
public record UnreadCount(int unread, int changed) {}
