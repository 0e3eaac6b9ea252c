package io.moneyprinter.storage.sealing;

import io.moneyprinter.platform.settings.Setting;
import java.util.Map;
import java.util.Optional;

/** The keys that data keys are wrapped with. */
public record EncryptionConfig(
    @Setting(doc = "Name of the key below storage.encryption.keys that new files are encrypted by")
        Optional<String> current,
    Map<String, Key> keys) {
  public EncryptionConfig {
    if (current.isPresent() && !keys.containsKey(current.get())) {
      throw new IllegalArgumentException(
          "current names the key '" + current.get() + "', which keys does not have");
    }
    keys.values().forEach(key -> SecretKeyWrapper.bytesOf(key.secret()));
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
