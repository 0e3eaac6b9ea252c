package io.moneyprinter.codecs.video;

import java.util.Objects;

/**
 * Asks what a file is before it goes into the store, so that nothing of a bad one stays there.
 *
 * @param stagedName the file's bare name in the staging folder, as the platform gave it out
 * @param size bytes
 */
public record ProbeStaged(String stagedName, long size) {
  public ProbeStaged {
    Objects.requireNonNull(stagedName, "stagedName");
  }
}
