package io.moneyprinter.platform.vault;

import io.moneyprinter.platform.settings.Setting;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How Vault is reached, and who we are there. */
public record VaultConfig(
    @Setting(
            doc =
                "Address of HashiCorp Vault, such as https://vault.internal:8200; needed where a"
                    + " setting is written secret://vault/…")
        Optional<String> address,
    @Setting(doc = "Namespace (Vault Enterprise); absent for the root's")
        Optional<String> namespace,
    @Setting(
            doc = "Token to read with, by env:, file: or secret://file; instead of approle",
            secret = true)
        Optional<String> token,
    AppRole approle,
    @Setting(
            doc =
                "PEM file of the authorities that may vouch for Vault, below the installation unless"
                    + " absolute; absent for Java's own")
        Optional<String> authority,
    @Setting(doc = "Longest wait for one answer, 100ms to 60s", value = "5s") Duration timeout) {

  /** Logging in as a machine. */
  public record AppRole(
      @Setting(doc = "Where the login method AppRole is mounted", value = "approle") String mount,
      @Setting(doc = "The role's id", secret = true) Optional<String> roleId,
      @Setting(doc = "The secret id that belongs to it", secret = true) Optional<String> secretId) {
    public AppRole {
      if (roleId.isPresent() != secretId.isPresent()) {
        throw new IllegalArgumentException("role-id and secret-id go together");
      }
    }

    /** Keeps the ids out of logs. */
    @Override
    public String toString() {
      return "AppRole[" + mount + "]";
    }
  }

  public VaultConfig {
    address.ifPresent(VaultConfig::demandAddress);
    if (token.isPresent() && approle != null && approle.roleId().isPresent()) {
      throw new IllegalArgumentException("set token or approle, not both");
    }
    if (timeout.toMillis() < 100 || timeout.toSeconds() > 60) {
      throw new IllegalArgumentException("timeout must be 100ms to 60s");
    }
  }

  /** No Vault. */
  public static VaultConfig none() {
    return new VaultConfig(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new AppRole("approle", Optional.empty(), Optional.empty()),
        Optional.empty(),
        Duration.ofSeconds(5));
  }

  private static void demandAddress(String text) {
    URI uri = URI.create(text);
    boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
    if (uri.getHost() == null || !web || uri.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "address takes an address such as https://vault.internal:8200");
    }
  }

  /** The same with its file below {@code home}, unless it is absolute. */
  public VaultConfig below(Path home) {
    return new VaultConfig(
        address,
        namespace,
        token,
        approle,
        authority.map(file -> home.resolve(file).normalize().toString()),
        timeout);
  }

  /** Keeps the token out of logs. */
  @Override
  public String toString() {
    return "VaultConfig[" + address.orElse("none") + "]";
  }
}
