package io.moneyprinter.notification.notice;

import java.util.Optional;

/**
 * Somebody who is told.
 *
 * @param email that was proved to be theirs
 */
public record Receiver(String tenant, String subject, Optional<String> email) {}
