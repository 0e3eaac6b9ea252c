package io.moneyprinter.orchestration.workflow;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Reads the steps that wait for a person; what is wrong with one is added to the faults. */
final class ApprovalReader {
  private final Faults faults;

  ApprovalReader(Faults faults) {
    this.faults = faults;
  }

  /**
   * @param where the step in words, for messages
   */
  Optional<Action> read(String where, WorkflowFile.Step written) {
    boolean alone =
        written.service() == null
            && written.endpoint() == null
            && written.timeout() == null
            && written.retries() == null
            && written.forEach() == null
            && written.compensate() == null
            && written.with().isEmpty();
    if (!alone) {
      faults.addIn(
          written.name(),
          "/approval",
          where
              + "a person's approval: goes with name, depends_on, weight and when alone; take"
              + " service, endpoint, timeout, retries, for_each, with and compensate away");
      return Optional.empty();
    }
    try {
      return Optional.of(ask(written.approval()));
    } catch (IllegalArgumentException e) {
      faults.addIn(written.name(), "/approval", where + e.getMessage());
      return Optional.empty();
    }
  }

  private static Action.Ask ask(WorkflowFile.Approval written) {
    if (written.timeout() == null || written.silence() == null) {
      throw new IllegalArgumentException(
          "approval wants timeout, such as 24h, and then, which is approve, reject or fail");
    }
    Action.Silence silence =
        Arrays.stream(Action.Silence.values())
            .filter(word -> word.name().toLowerCase(Locale.ROOT).equals(written.silence()))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "approval.then must be approve, reject or fail, not " + written.silence()));
    return new Action.Ask(
        TimeSpan.parse(written.timeout()),
        silence,
        Optional.ofNullable(written.show()).map(ExpressionReader::read));
  }
}
