package io.moneyprinter.orchestration.state;

/**
 * A step's row to be written.
 *
 * @param request JSON; {@code null} to leave it as it is
 * @param result JSON; {@code null} to leave it as it is
 */
record StepWrite(StepRow row, String request, String result) {

  /** This write and a later one of the same row in one. */
  StepWrite after(StepWrite later) {
    return new StepWrite(
        later.row,
        later.request == null ? request : later.request,
        later.result == null ? result : later.result);
  }
}
