package io.moneyprinter.codecs.storage;

import java.time.Instant;

/**
 * A hold was set or lifted.
 *
 * @param id rises with time
 * @param key of the file
 * @param action {@code set} or {@code lifted}
 * @param actor who did it
 */
public record HoldEvent(
    long id, Instant at, String key, String action, String reason, String actor) {}
