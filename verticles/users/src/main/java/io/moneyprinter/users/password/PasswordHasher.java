package io.moneyprinter.users.password;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.vertx.core.Future;
import java.security.SecureRandom;
import java.util.Base64;
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
  private final String nobody;

  public PasswordHasher(WorkerPools pools, PasswordConfig config, SecureRandom random) {
    this.pools = pools;
    this.random = random;
    this.function =
        Argon2Function.getInstance(
            config.memory(), config.iterations(), LANES, HASH_BYTES, Argon2.ID);
    this.nobody = hashOfNothing(config);
  }

  /**
   * A PHC string with random bytes for the hash: no password has it but by a chance of 1 in 2^256,
   * and comparing with it takes as long as with any other.
   */
  private String hashOfNothing(PasswordConfig config) {
    return "$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            Argon2Function.ARGON2_VERSION_13,
            config.memory(),
            config.iterations(),
            LANES,
            randomBase64(SALT_BYTES),
            randomBase64(HASH_BYTES));
  }

  private String randomBase64(int bytes) {
    byte[] some = new byte[bytes];
    random.nextBytes(some);
    return Base64.getEncoder().withoutPadding().encodeToString(some);
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
    String hash = stored.orElse(nobody);
    return pools
        .run(
            Pool.CRYPTO,
            () -> Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash)))
        .map(right -> right && stored.isPresent());
  }

  /** Whether it was made with other parameters than hold now. */
  public boolean outdated(String stored) {
    Argon2Function made = Argon2Function.getInstanceFromHash(stored);
    return made.getMemory() != function.getMemory()
        || made.getIterations() != function.getIterations();
  }
}
