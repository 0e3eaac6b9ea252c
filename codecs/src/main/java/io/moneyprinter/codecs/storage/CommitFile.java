package io.moneyprinter.codecs.storage;

import java.util.Objects;

/**
 * Takes a finished file out of the staging folder into the store. The file is hashed, made durable
 * and moved; afterwards the staged name is gone.
 *
 * @param stagedName the file's bare name in the staging folder, as the platform gave it out
 * @param mediaType what it is
 * @param origin which service made it, for the books
 */
public record CommitFile(String stagedName, String mediaType, String origin) {
  public CommitFile {
    Objects.requireNonNull(stagedName, "stagedName");
    Objects.requireNonNull(mediaType, "mediaType");
    Objects.requireNonNull(origin, "origin");
  }
}
