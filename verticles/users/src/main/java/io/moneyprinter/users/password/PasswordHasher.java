package io.moneyprinter.users.password;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.vertx.core.Future;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * Hashes passwords by Argon2id (RFC 9106) in the crypto pool. Where there is nothing to compare
 * with, it works just as long, so that the time of an answer tells nothing.
 */
public final class PasswordHasher {
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;

  private final WorkerPools pools;
  private final SecureRandom random;
  private final Argon2Function function;
  private final Future<String> nobody;

  public PasswordHasher(WorkerPools pools, PasswordConfig config, SecureRandom random) {
    this.pools = pools;
    this.random = random;
    this.function =
        Argon2Function.getInstance(
            config.memory(), config.iterations(), LANES, HASH_BYTES, Argon2.ID);
    byte[] unknown = new byte[HASH_BYTES];
    random.nextBytes(unknown);
    this.nobody = hash(new String(unknown, java.nio.charset.StandardCharsets.ISO_8859_1));
  }

  /** The hash with its salt and parameters, as a PHC string. */
  public Future<String> hash(String password) {
    return pools.run(
        Pool.CRYPTO,
        () -> {
          byte[] salt = new byte[SALT_BYTES];
          random.nextBytes(salt);
          return Password.hash(password).addSalt(salt).with(function).getResult();
        });
  }

  /**
   * Whether the password is the one that was hashed.
   *
   * @param stored empty for an account that does not exist or has no password: then never
   */
  public Future<Boolean> verify(Optional<String> stored, String password) {
    return stored
        .map(Future::succeededFuture)
        .orElse(nobody)
        .compose(
            hash ->
                pools.run(
                    Pool.CRYPTO,
                    () ->
                        Password.check(password, hash)
                            .with(Argon2Function.getInstanceFromHash(hash))))
        .map(right -> right && stored.isPresent());
  }

  /** Whether it was made with other parameters than hold now. */
  public boolean outdated(String stored) {
    Argon2Function made = Argon2Function.getInstanceFromHash(stored);
    return made.getMemory() != function.getMemory()
        || made.getIterations() != function.getIterations();
  }
}
