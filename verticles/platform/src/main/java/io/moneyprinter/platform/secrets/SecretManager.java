package io.moneyprinter.platform.secrets;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.platform.settings.LocalSecrets;
import io.moneyprinter.platform.settings.SecretReference;
import io.moneyprinter.platform.settings.SecretSource;
import io.moneyprinter.platform.vault.VaultClient;
import io.moneyprinter.platform.vault.VaultConfig;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Gets the secrets that settings refer to, before and while a node runs. Vault is asked only when a
 * setting refers to it; its client has a small Vert.x of its own, because settings are read before
 * the node's can be made.
 */
public final class SecretManager implements SecretSource {
  private static final Duration LIMIT = Duration.ofSeconds(90);

  private final LocalSecrets local;
  private final VaultConfig config;
  private VaultSecrets vault;

  /**
   * @param variables the process environment
   */
  public SecretManager(Map<String, String> variables, VaultConfig config) {
    this.local = new LocalSecrets(variables);
    this.config = config;
  }

  @Override
  public String value(SecretReference reference) {
    if (!(reference instanceof SecretReference.Vault wanted) || config.address().isEmpty()) {
      return local.value(reference);
    }
    try {
      return vault().value(wanted).await(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new SecretUnavailable("Vault gave no answer within " + LIMIT.toSeconds() + " s");
    } catch (RuntimeException e) {
      throw new SecretUnavailable(e.getMessage());
    }
  }

  private synchronized VaultSecrets vault() {
    if (vault == null) {
      CallContext.prepare();
      Vertx vertx =
          Vertx.vertx(
              new VertxOptions()
                  .setFileSystemOptions(new FileSystemOptions().setClassPathResolvingEnabled(false))
                  .setEventLoopPoolSize(1)
                  .setWorkerPoolSize(1)
                  .setInternalBlockingPoolSize(1)
                  .setUseDaemonThread(true));
      vault = new VaultSecrets(vertx, new VaultClient(vertx, config));
    }
    return vault;
  }

  LocalSecrets local() {
    return local;
  }

  /** Vault, when anything was read from it. */
  public synchronized Optional<VaultSecrets> opened() {
    return Optional.ofNullable(vault);
  }
}
