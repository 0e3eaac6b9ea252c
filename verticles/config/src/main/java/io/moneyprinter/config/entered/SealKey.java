package io.moneyprinter.config.entered;

import io.moneyprinter.platform.digest.Sha256;
import io.moneyprinter.platform.secrets.MadeKey;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** What entered settings are sealed with: the operator's secret, else one made for this machine. */
final class SealKey {
  private static final String FILE = "entered-settings-key";

  private SealKey() {}

  /**
   * Reads the key, and makes one where there is none. Blocking.
   *
   * @param own the operator's, of any length
   * @param folder of the node's data
   */
  static byte[] read(Optional<String> own, Path folder) throws IOException {
    String text =
        own.isPresent()
            ? own.get()
            : new MadeKey(folder, FILE).read(new SecureRandom(), HexFormat.of()::formatHex);
    return Sha256.of(text);
  }
}
