package io.moneyprinter.codecs.storage;

import io.moneyprinter.codecs.bus.ServiceFailure;
import java.util.List;

/** Lists of keys as messages carry them. */
final class FileKeys {
  static final int MOST = 1_000;

  private FileKeys() {}

  /** The keys, each once; {@code INVALID} for none, too many, or what is no key. */
  static List<String> checked(List<String> keys) {
    List<String> all = keys == null ? List.of() : keys.stream().distinct().toList();
    if (all.isEmpty() || all.size() > MOST) {
      throw ServiceFailure.invalid("/keys", "1 to " + MOST + " keys are wanted");
    }
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i) == null || !Blob.isKey(all.get(i))) {
        throw ServiceFailure.invalid("/keys/" + i, "A key is 64 lower-case hex digits");
      }
    }
    return all;
  }
}
