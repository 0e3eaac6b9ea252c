package io.moneyprinter.gateway.http;

/** A refusal that only HTTP knows, such as a wrong media type: it has a status but no code. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  /**
   * @param status 400 to 499
   * @param detail what is wrong and what would be right
   */
  public Refusal(int status, String detail) {
    super(detail, null, false, false);
    this.status = status;
  }

  /** 400 to 499. */
  public int status() {
    return status;
  }
}
