package io.moneyprinter.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;

/** The password of a server, made once and kept beside its data for its owner alone. */
final class PasswordFile {
  private static final int BYTES = 24;

  private PasswordFile() {}

  /** The path of the file in a server's folder. */
  static Path in(Path folder) {
    return folder.resolve("password");
  }

  /**
   * The password in the file, which is made with a random one (192 bits, safe in a URI) when there
   * is none.
   */
  static String readOrMake(Path folder) {
    Path file = in(folder);
    try {
      if (!Files.exists(file)) {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        writePrivately(file, Base64.getUrlEncoder().encodeToString(random));
      }
      String password = Files.readString(file).strip();
      if (password.isEmpty()) {
        throw new EngineException(
            "The password file " + file + " is empty",
            "Put it back from a copy of the data folder");
      }
      return password;
    } catch (IOException e) {
      throw Folders.failure("Could not use the password file " + file, folder, e);
    }
  }

  /** Writes a file that only its owner can read, complete or not at all. */
  static void writePrivately(Path file, String text) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    Files.createFile(part, Folders.withPermissions("rw-------"));
    Files.writeString(part, text);
    Folders.giveToOwnerOfParent(part);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
