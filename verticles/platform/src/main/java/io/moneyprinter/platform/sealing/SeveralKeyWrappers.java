package io.moneyprinter.platform.sealing;

import io.vertx.core.Future;
import java.util.HashSet;
import java.util.Set;

/** Keys of the settings and a key in Vault side by side, so that one can follow the other. */
public final class SeveralKeyWrappers implements KeyWrapper {
  private final KeyWrapper settings;
  private final KeyWrapper vault;
  private final KeyWrapper current;

  /**
   * @param wrapsByVault whether new data keys are wrapped in Vault
   */
  public SeveralKeyWrappers(KeyWrapper settings, KeyWrapper vault, boolean wrapsByVault) {
    this.settings = settings;
    this.vault = vault;
    this.current = wrapsByVault ? vault : settings;
  }

  @Override
  public String current() {
    return current.current();
  }

  @Override
  public Set<String> known() {
    Set<String> all = new HashSet<>(settings.known());
    all.addAll(vault.known());
    return all;
  }

  @Override
  public Future<Void> refresh() {
    return vault.refresh();
  }

  @Override
  public Future<WrappedKey> wrap(byte[] dataKey, String context) {
    return current.wrap(dataKey, context);
  }

  @Override
  public Future<WrappedKey> rewrap(WrappedKey wrapped, String context) {
    return of(wrapped) == current
        ? current.rewrap(wrapped, context)
        : KeyWrapper.super.rewrap(wrapped, context);
  }

  @Override
  public Future<byte[]> unwrap(WrappedKey wrapped, String context) {
    return of(wrapped).unwrap(wrapped, context);
  }

  private KeyWrapper of(WrappedKey wrapped) {
    return VaultKeyWrapper.wrapped(wrapped.keyId()) ? vault : settings;
  }
}
