package io.moneyprinter.codecs.notification;

/** Asks for all webhooks of the caller's tenant. */
public record ListWebhooks() {}
