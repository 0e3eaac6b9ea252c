package io.moneyprinter.orchestration.run;

import io.moneyprinter.platform.settings.Setting;
import java.time.Duration;

/** When a part that takes long is tried by a second node as well. */
public record StragglerRule(
    @Setting(
            doc =
                "A segment that takes this many times as long as the others of its video did, for as"
                    + " many frames, is rendered by a second node as well once nothing else waits; 0"
                    + " for never.",
            value = "2.5",
            min = 0,
            max = 100)
        double factor,
    @Setting(
            doc = "A segment is not given to a second node before it has run for this long.",
            value = "5s")
        Duration least,
    @Setting(
            doc = "Segments that have to be rendered before it is known how long one takes.",
            value = "3",
            min = 1,
            max = 1000)
        int siblings) {
  public static final StragglerRule USUAL = new StragglerRule(2.5, Duration.ofSeconds(5), 3);
}
