package io.moneyprinter.storage.sealing;

import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.vertx.core.Future;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

/**
 * Has the Java virtual machine compile its AES-GCM before the first file needs it. The processor's
 * own instructions for it are used by compiled code only, and it is compiled after so many calls,
 * not after so many bytes: until then, which is some 80 MB in segments of the usual size, a file
 * takes thirty times as long. Small segments make the same calls with 4 MB.
 */
public final class CipherWarmUp {
  private static final int SEGMENT = 512;
  private static final int BYTES = 1 << 20;
  private static final int ROUNDS = 4;

  private final WorkerPools pools;

  public CipherWarmUp(WorkerPools pools) {
    this.pools = pools;
  }

  /** Takes about a second of one processor, beside whatever else goes on. */
  public Future<Void> run() {
    Future<Void> all = Future.succeededFuture();
    for (int round = 0; round < ROUNDS; round++) {
      all = all.compose(before -> pools.run(Pool.CRYPTO, CipherWarmUp::round));
    }
    return all;
  }

  private static Void round() throws GeneralSecurityException, IOException {
    byte[] key = new byte[FileCipher.KEY_BYTES];
    new SecureRandom().nextBytes(key);
    FileCipher cipher = new FileCipher(key, "warm-up", SEGMENT);
    ByteArrayOutputStream object = new ByteArrayOutputStream(BYTES + BYTES / 8);
    try (OutputStream out = cipher.encrypting(object)) {
      out.write(new byte[BYTES]);
    }
    try (InputStream in = cipher.decrypting(new ByteArrayInputStream(object.toByteArray()))) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return null;
  }
}
