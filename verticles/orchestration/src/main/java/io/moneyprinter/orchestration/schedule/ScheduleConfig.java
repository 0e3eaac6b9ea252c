package io.moneyprinter.orchestration.schedule;

import io.moneyprinter.platform.settings.Setting;
import java.time.Duration;

/** Settings of schedules. */
public record ScheduleConfig(
    @Setting(doc = "How often to look for schedules whose time has come.", value = "1s")
        Duration poll,
    @Setting(
            doc =
                "How late a run may begin before its time counts as missed, as after all nodes were"
                    + " down.",
            value = "1m")
        Duration grace) {}
