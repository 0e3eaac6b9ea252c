package io.moneyprinter.codecs.notification;

/**
 * @param fresh false when the key was known
 */
public record NoticeRaised(boolean fresh) {}
