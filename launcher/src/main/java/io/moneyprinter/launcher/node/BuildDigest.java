package io.moneyprinter.launcher.node;

import io.moneyprinter.platform.digest.Sha256;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Tells builds of the same version apart: the beginning of the program file's SHA-256. */
final class BuildDigest {
  private static final int DIGITS = 12;

  private BuildDigest() {}

  /** {@code null} where the program does not run from one file. */
  static Future<String> find(WorkerPools pools) {
    return pools.run(Pool.CRYPTO, BuildDigest::read);
  }

  private static String read() throws IOException, GeneralSecurityException, URISyntaxException {
    Path program =
        Path.of(BuildDigest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (!Files.isRegularFile(program)) {
      return null;
    }
    MessageDigest sha = Sha256.begin();
    try (InputStream in = new DigestInputStream(Files.newInputStream(program), sha)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(sha.digest()).substring(0, DIGITS);
  }
}
