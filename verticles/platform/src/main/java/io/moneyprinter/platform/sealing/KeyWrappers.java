package io.moneyprinter.platform.sealing;

import io.moneyprinter.platform.vault.VaultClient;
import io.moneyprinter.platform.vault.VaultConfig;
import io.moneyprinter.platform.vault.VaultTransit;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.Optional;

/** The keys that the settings name, and the connection to Vault where one of them is there. */
public final class KeyWrappers {
  private final Optional<KeyWrapper> wrapper;
  private final Optional<VaultClient> client;

  public KeyWrappers(Vertx vertx, EncryptionConfig config, VaultConfig vault) {
    Optional<String> inVault = config.vault().key();
    if (inVault.isPresent() && vault.address().isEmpty()) {
      throw new IllegalArgumentException(
          "storage.encryption.vault.key names a key in Vault, but security.vault.address says not"
              + " where Vault is");
    }
    this.client = inVault.map(key -> new VaultClient(vertx, vault));
    Optional<KeyWrapper> settings =
        config.keys().isEmpty() ? Optional.empty() : Optional.of(new SecretKeyWrapper(config));
    Optional<KeyWrapper> transit =
        client.map(
            open ->
                new VaultKeyWrapper(
                    new VaultTransit(open, config.vault().mount()),
                    inVault.orElseThrow(),
                    Clock.systemUTC()));
    boolean first = config.current().filter(EncryptionConfig.VAULT::equals).isPresent();
    this.wrapper =
        settings.isPresent() && transit.isPresent()
            ? Optional.of(new SeveralKeyWrappers(settings.get(), transit.get(), first))
            : settings.or(() -> transit);
  }

  /** Empty where nothing is encrypted. */
  public Optional<KeyWrapper> wrapper() {
    return wrapper;
  }

  /** Ends the connections to Vault, where it was asked at all. */
  public Future<Void> close() {
    return client.map(VaultClient::close).orElseGet(Future::succeededFuture);
  }
}
