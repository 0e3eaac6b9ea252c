package io.moneyprinter.gateway.upload;

/** More bytes came than there is room for. */
final class TooLong extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooLong(long most) {
    super("More than the " + most + " bytes that were to come", null, false, false);
  }
}
