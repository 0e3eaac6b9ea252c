package io.moneyprinter.orchestration.batch;

import io.moneyprinter.platform.settings.DataSize;
import io.moneyprinter.platform.settings.Setting;
import java.time.Duration;

/** Settings of batches. */
public record BatchConfig(
    @Setting(
            doc =
                "Rows of one batch that are under way at once, unless the batch says otherwise;"
                    + " further ones wait outside the queue.",
            value = "4",
            min = 1,
            max = BatchConfig.MOST_OPEN)
        int openJobs,
    @Setting(
            doc = "Most rows of one batch, variants counted each.",
            value = "10000",
            min = 1,
            max = 1_000_000)
        int maxRows,
    @Setting(doc = "Largest content of one batch.", value = "8MB") DataSize maxSize,
    @Setting(
            doc = "How often to look for rows to order, besides whenever a video is at its end.",
            value = "1s")
        Duration feed) {
  public static final int MOST_OPEN = 1000;
}
