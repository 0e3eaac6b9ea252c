package io.moneyprinter.storage.orphans;

import java.util.Locale;
import java.util.Optional;

/**
 * A file that the books do not have, or an entry whose file is nowhere.
 *
 * @param name path below its folder, name of the object, or key of the entry
 * @param size bytes; 0 where that is not known
 * @param detail id of an upload in parts
 */
record Orphan(Kind kind, String name, long size, Optional<String> detail) {
  /** What it is. */
  enum Kind {
    /** A file among the plain ones without an entry. */
    PLAIN,
    /** An encrypted file on a node's disk that is nobody's home. */
    SEALED,
    /** A file on its way to a home that nobody sends any more. */
    OUTGOING,
    /** A file begun and never stored. */
    STAGED,
    /** An object in a bucket that is nobody's home. */
    OBJECT,
    /** An upload in parts to a bucket that nobody goes on with. */
    MULTIPART,
    /** An entry whose file is nowhere. */
    LOST;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Orphan of(Kind kind, String name, long size) {
    return new Orphan(kind, name, size, Optional.empty());
  }
}
