package io.moneyprinter.engines;

/**
 * An embedded engine could not do what it was asked to. The message is {@code what} followed by
 * {@code remedy}.
 */
public final class EngineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String what;
  private final String remedy;

  /**
   * @param what one sentence on what is wrong, without the full stop
   * @param remedy one sentence on what the operator can do about it, without the full stop
   */
  public EngineException(String what, String remedy) {
    this(what, remedy, null);
  }

  public EngineException(String what, String remedy, Throwable cause) {
    super(what + (what.endsWith("\n") ? "" : ". ") + remedy + ".", cause);
    this.what = what;
    this.remedy = remedy;
  }

  public String what() {
    return what;
  }

  public String remedy() {
    return remedy;
  }
}
