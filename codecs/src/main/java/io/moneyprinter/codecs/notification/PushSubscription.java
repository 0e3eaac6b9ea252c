package io.moneyprinter.codecs.notification;

import java.time.Instant;

/**
 * A browser that is told by web push.
 *
 * @param device what its owner calls it
 * @param endpoint where messages for it go, at the push service of its maker
 * @param sentAt when it was last sent something; {@code null} for never
 */
public record PushSubscription(
    String id, String device, String endpoint, Instant createdAt, Instant sentAt) {}
