package io.moneyprinter.platform.settings;

/** Gives the present value of a secret. Blocking; used while settings are read. */
@FunctionalInterface
public interface SecretSource {
  /**
   * @throws SecretUnavailable saying why there is none and what to do, without any secret
   */
  String value(SecretReference reference);

  /** Why a secret could not be had. */
  final class SecretUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SecretUnavailable(String message) {
      super(message, null, false, false);
    }
  }
}
