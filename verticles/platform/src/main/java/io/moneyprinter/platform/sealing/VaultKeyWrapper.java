package io.moneyprinter.platform.sealing;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.platform.vault.VaultTransit;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Wraps with a key of Vault's transit engine, which never leaves Vault. A wrapped key is the
 * ciphertext as Vault wrote it, {@code vault:v<version>:…}; its id names key and version, so that
 * what an older version wraps is wrapped anew, by Vault itself, when the key was rotated there.
 *
 * @see <a href="https://developer.hashicorp.com/vault/docs/secrets/transit">Transit engine</a>
 */
public final class VaultKeyWrapper implements KeyWrapper {
  private static final Pattern CIPHERTEXT = Pattern.compile("vault:v(\\d{1,9}):.+", Pattern.DOTALL);
  private static final byte[] PROBE = new byte[32];

  private final VaultTransit transit;
  private final String key;
  private final UnwrappedKeys unwrapped;
  private volatile int newest = 1;

  /**
   * @param key name in the transit engine
   */
  public VaultKeyWrapper(VaultTransit transit, String key, Clock clock) {
    this.transit = transit;
    this.key = key;
    this.unwrapped = new UnwrappedKeys(clock);
  }

  /** Whether a wrapped key was wrapped by one of Vault. */
  static boolean wrapped(String keyId) {
    return keyId.startsWith(EncryptionConfig.VAULT + "/");
  }

  private String id(int version) {
    return EncryptionConfig.VAULT + "/" + key + "/v" + version;
  }

  @Override
  public String current() {
    return id(newest);
  }

  @Override
  public Set<String> known() {
    return IntStream.rangeClosed(1, newest).mapToObj(this::id).collect(Collectors.toSet());
  }

  /** Encrypts something of no meaning, to see that Vault would, and by which version. */
  @Override
  public Future<Void> refresh() {
    return encrypt(PROBE, "probe").mapEmpty();
  }

  @Override
  public Future<WrappedKey> wrap(byte[] dataKey, String context) {
    return encrypt(dataKey, context)
        .onSuccess(wrapped -> unwrapped.keep(text(wrapped), context, dataKey));
  }

  private Future<WrappedKey> encrypt(byte[] dataKey, String context) {
    return transit
        .encrypt(key, dataKey, bytes(context))
        .recover(cause -> Future.failedFuture(told(cause)))
        .map(this::read);
  }

  @Override
  public Future<WrappedKey> rewrap(WrappedKey wrapped, String context) {
    if (!own(wrapped)) {
      return KeyWrapper.super.rewrap(wrapped, context);
    }
    return transit
        .rewrap(key, text(wrapped), bytes(context))
        .recover(cause -> Future.failedFuture(told(cause)))
        .map(this::read);
  }

  @Override
  public Future<byte[]> unwrap(WrappedKey wrapped, String context) {
    if (!own(wrapped)) {
      return Future.failedFuture(
          new ServiceFailure(
              FailureCode.RESOURCE,
              "Something stored is encrypted by the key '"
                  + wrapped.keyId()
                  + "', which is not the one that storage.encryption.vault.key names"));
    }
    return unwrapped
        .get(text(wrapped), context, () -> transit.decrypt(key, text(wrapped), bytes(context)))
        .recover(cause -> Future.failedFuture(told(cause)));
  }

  private boolean own(WrappedKey wrapped) {
    return wrapped.keyId().startsWith(EncryptionConfig.VAULT + "/" + key + "/v");
  }

  private WrappedKey read(String ciphertext) {
    Matcher parts = CIPHERTEXT.matcher(ciphertext);
    if (!parts.matches()) {
      throw ServiceFailure.unavailable("Vault's transit engine answered with no ciphertext");
    }
    int version = Integer.parseInt(parts.group(1));
    newest = Math.max(newest, version);
    return new WrappedKey(id(version), bytes(ciphertext));
  }

  /**
   * Nothing that Vault refuses may look as if the file were not there: what will pass stays as it
   * is, all else has to be mended by somebody.
   */
  private Throwable told(Throwable cause) {
    FailureCode code = ServiceFailure.from(cause).code();
    return code == FailureCode.UNAVAILABLE || code == FailureCode.TIMEOUT
        ? cause
        : new ServiceFailure(
            FailureCode.RESOURCE,
            "The key '"
                + key
                + "' in Vault (storage.encryption.vault.key) cannot be used: "
                + cause.getMessage());
  }

  private static String text(WrappedKey wrapped) {
    return new String(wrapped.bytes(), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
