package io.moneyprinter.materials.choice;

/** Compares perceptual hashes of pictures. Pure. */
final class LikeLooks {
  /** Bits of 64 that copies of one picture differ in at most, cropped or encoded anew. */
  private static final int NEAR = 8;

  private LikeLooks() {}

  /**
   * Whether two hashes are of what looks the same.
   *
   * @param one 16 hex digits; {@code null} for unknown, which is like nothing
   */
  static boolean same(String one, String other) {
    return one != null
        && other != null
        && Long.bitCount(Long.parseUnsignedLong(one, 16) ^ Long.parseUnsignedLong(other, 16))
            <= NEAR;
  }
}
