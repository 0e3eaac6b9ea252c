package io.moneyprinter.platform.sealing;

import io.moneyprinter.platform.settings.Setting;
import java.util.Map;
import java.util.Optional;

/** The keys that data keys are wrapped with. */
public record EncryptionConfig(
    @Setting(
            doc =
                "Name of the key below storage.encryption.keys that new files are encrypted by, or"
                    + " vault for storage.encryption.vault.key")
        Optional<String> current,
    Map<String, Key> keys,
    VaultKeyConfig vault) {
  /** What {@link #current} says for the key in Vault. */
  public static final String VAULT = "vault";

  public EncryptionConfig {
    if (keys.containsKey(VAULT)) {
      throw new IllegalArgumentException("keys cannot have a key named vault: that is Vault's");
    }
    if (current.filter(VAULT::equals).isPresent() && vault.key().isEmpty()) {
      throw new IllegalArgumentException("current is vault, but vault.key names no key there");
    }
    if (current.filter(name -> !name.equals(VAULT) && !keys.containsKey(name)).isPresent()) {
      throw new IllegalArgumentException(
          "current names the key '" + current.get() + "', which keys does not have");
    }
    keys.values().forEach(key -> SecretKeyWrapper.bytesOf(key.secret()));
  }

  /** Keys of the settings alone. */
  public EncryptionConfig(Optional<String> current, Map<String, Key> keys) {
    this(current, keys, VaultKeyConfig.none());
  }

  /** One key. Whoever loses it loses all that was encrypted by it. */
  public record Key(
      @Setting(
              doc = "32 random bytes in Base64, as 'openssl rand -base64 32' makes them",
              secret = true)
          String secret) {}

  /** Nothing is encrypted. */
  public static EncryptionConfig none() {
    return new EncryptionConfig(Optional.empty(), Map.of());
  }
}
