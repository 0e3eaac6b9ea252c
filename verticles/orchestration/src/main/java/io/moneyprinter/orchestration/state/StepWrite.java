package io.moneyprinter.orchestration.state;

/**
 * A step's row to be written.
 *
 * @param request JSON; {@code null} to leave it as it is
 * @param result JSON; {@code null} to leave it as it is
 * @param anew whether request and result of before are forgotten
 */
record StepWrite(StepRow row, String request, String result, boolean anew) {

  /** This write and a later one of the same row in one. */
  StepWrite after(StepWrite later) {
    if (later.anew) {
      return later;
    }
    return new StepWrite(
        later.row,
        later.request == null ? request : later.request,
        later.result == null ? result : later.result,
        anew);
  }
}
