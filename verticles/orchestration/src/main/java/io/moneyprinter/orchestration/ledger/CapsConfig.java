package io.moneyprinter.orchestration.ledger;

import io.moneyprinter.platform.settings.Setting;

/** The most that a tenant may spend, unless something else is said for it. */
public record CapsConfig(
    @Setting(
            doc = "US dollars that one video may cost at most; 0 for no limit.",
            value = "0",
            min = 0,
            max = Money.MOST_DOLLARS)
        double job,
    @Setting(
            doc =
                "US dollars that all videos of a tenant may cost which were ordered or resumed on one"
                    + " day (UTC); 0 for no limit.",
            value = "0",
            min = 0,
            max = Money.MOST_DOLLARS)
        double day,
    @Setting(doc = "The same of a month.", value = "0", min = 0, max = Money.MOST_DOLLARS)
        double month) {
  public static final CapsConfig NONE = new CapsConfig(0, 0, 0);
}
