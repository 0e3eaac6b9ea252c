package io.moneyprinter.codecs.storage;

import java.util.Objects;

/**
 * Takes a finished file out of this node's staging folder into the store. The file is hashed, made
 * durable and moved; afterwards the staged name is gone. Asked on the node itself only.
 *
 * @param stagedName the file's bare name in the staging folder, as the platform gave it out
 * @param mediaType what it is
 * @param origin which service made it, for the books
 * @param storageClass decides where it is kept; by the origin when {@code null}
 */
public record CommitFile(
    String stagedName, String mediaType, String origin, StorageClass storageClass) {
  public CommitFile {
    Objects.requireNonNull(stagedName, "stagedName");
    Objects.requireNonNull(mediaType, "mediaType");
    Objects.requireNonNull(origin, "origin");
  }

  /** A file of the usual class of its origin. */
  public CommitFile(String stagedName, String mediaType, String origin) {
    this(stagedName, mediaType, origin, null);
  }

  /** The class it is stored as. */
  public StorageClass effectiveClass() {
    return storageClass == null ? StorageClass.usual(origin) : storageClass;
  }
}
