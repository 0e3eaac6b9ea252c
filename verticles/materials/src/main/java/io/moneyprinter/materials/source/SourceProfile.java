package io.moneyprinter.materials.source;

import io.moneyprinter.platform.providers.KeyPlace;
import java.time.Duration;

/**
 * What is known of a site before it is asked.
 *
 * @param name as briefs and settings write it
 * @param title for people
 * @param address its own
 * @param place where its key goes
 * @param keyed whether it answers nobody without a key
 * @param limit what it allows by its documentation
 * @param life how long the addresses of an answer hold; no answer is kept for longer
 */
public record SourceProfile(
    String name,
    String title,
    String address,
    KeyPlace place,
    boolean keyed,
    RequestLimit limit,
    Duration life) {}
