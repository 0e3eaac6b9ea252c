package io.moneyprinter.orchestration.ledger;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.orchestration.CostCaps;
import java.util.List;
import java.util.Optional;

/** Says whether money may be spent, and if not, which cap is in the way and what to do about it. */
final class CapCheck {
  private final Caps caps;

  CapCheck(Caps caps) {
    this.caps = caps;
  }

  CostCaps of(String tenant) {
    return caps.of(tenant);
  }

  /**
   * @param total what the job would come to
   */
  Optional<ServiceFailure> job(Account account, long total) {
    if (account.budget() != null && total > account.budget()) {
      return refused(
          "budget",
          "The video would cost about %s, and its budget is %s: raise its budget"
                  .formatted(Money.text(total), Money.text(account.budget()))
              + " (PUT /v1/videos/{id}/budget for one that is ordered, then resume it), or make it"
              + " shorter");
    }
    Long cap = caps.of(account.tenant()).job();
    return cap == null || total <= cap
        ? Optional.empty()
        : refused(
            "job",
            "The video would cost about %s, and one video may cost at most %s: raise %s, or make it"
                    .formatted(Money.text(total), Money.text(cap), setting(account.tenant(), "job"))
                + " shorter");
  }

  /**
   * @param sums as they would be
   */
  Optional<ServiceFailure> tenant(String tenant, SpendingStore.Sums sums) {
    CostCaps own = caps.of(tenant);
    if (own.day() != null && sums.day().sum() > own.day()) {
      return refused(
          "day",
          "With this, %s would be spent or set aside of the %s that may be spent in a day: wait"
                  .formatted(Money.text(sums.day().sum()), Money.text(own.day()))
              + " until tomorrow (UTC) or for other videos to end, or raise "
              + setting(tenant, "day"));
    }
    if (own.month() != null && sums.month().sum() > own.month()) {
      return refused(
          "month",
          "With this, %s would be spent or set aside of the %s that may be spent in a month: wait"
                  .formatted(Money.text(sums.month().sum()), Money.text(own.month()))
              + " until the next one or for other videos to end, or raise "
              + setting(tenant, "month"));
    }
    return Optional.empty();
  }

  private static String setting(String tenant, String cap) {
    return "orchestration.costs.caps.%s or orchestration.costs.tenant-caps.%s.%s"
        .formatted(cap, tenant, cap);
  }

  private static Optional<ServiceFailure> refused(String cap, String why) {
    return Optional.of(
        new ServiceFailure(
            FailureCode.QUOTA,
            "Over the " + cap + " cap. " + why,
            List.of(new Violation(CostCaps.POINTER, "is over the " + cap + " cap"))));
  }
}
