package io.moneyprinter.platform.secrets;

import io.moneyprinter.platform.files.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.function.Function;

/**
 * The key of an installation that was given none: 256 bits, made once, in a file that its owner
 * alone reads.
 */
public final class MadeKey {
  private static final int BYTES = 32;

  private final PrivateFile file;

  /**
   * @param folder of the node's data
   * @param name of the file
   */
  public MadeKey(Path folder, String name) {
    this.file = new PrivateFile(folder.resolve(name));
  }

  /**
   * Reads it, made where there is none. Blocking.
   *
   * @param text how a new one is written
   */
  public String read(SecureRandom random, Function<byte[], String> text) throws IOException {
    byte[] key = new byte[BYTES];
    random.nextBytes(key);
    file.writeIfAbsent(text.apply(key) + "\n");
    return Files.readString(file.path()).strip();
  }
}
