package io.moneyprinter.analytics;

import io.moneyprinter.platform.settings.Setting;
import java.time.Duration;

/** Settings of the analytics service. */
public record AnalyticsConfig(
    @Setting(doc = "The longest time that one summary may span.", value = "3660d")
        Duration longestSpan) {}
