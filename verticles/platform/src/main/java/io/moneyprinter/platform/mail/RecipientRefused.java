package io.moneyprinter.platform.mail;

/** The mail server takes nothing for this address; to try again is of no use. */
public final class RecipientRefused extends Exception {
  private static final long serialVersionUID = 1L;

  public RecipientRefused(String message) {
    super(message);
  }
}
