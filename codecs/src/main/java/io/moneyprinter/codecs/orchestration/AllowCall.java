package io.moneyprinter.codecs.orchestration;

import java.util.Objects;

/**
 * Asks whether the caller's tenant may pay for a call that belongs to no job.
 *
 * @param provider whom is paid
 * @param characters code points of text in what is asked, from which the price is guessed
 */
public record AllowCall(String provider, int characters) {
  public AllowCall {
    Objects.requireNonNull(provider, "provider");
  }
}
