package io.moneyprinter.platform.sealing;

import io.moneyprinter.platform.settings.Setting;
import java.util.Optional;

/** A key that never leaves Vault; how Vault is reached is said below security.vault. */
public record VaultKeyConfig(
    @Setting(
            doc =
                "Name of a key of Vault's transit engine that wraps the keys of files; used for new"
                    + " files where storage.encryption.current is vault")
        Optional<String> key,
    @Setting(doc = "Where the transit engine is mounted", value = "transit") String mount) {
  public VaultKeyConfig {
    if (key.isPresent() && !key.get().matches("[A-Za-z0-9_.-]{1,100}")) {
      throw new IllegalArgumentException("key takes letters, digits and _ . -");
    }
    if (!mount.matches("[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*")) {
      throw new IllegalArgumentException("mount takes a path such as transit");
    }
  }

  /** Nothing is kept in Vault. */
  public static VaultKeyConfig none() {
    return new VaultKeyConfig(Optional.empty(), "transit");
  }
}
