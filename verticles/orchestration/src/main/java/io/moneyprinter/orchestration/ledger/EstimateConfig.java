package io.moneyprinter.orchestration.ledger;

import io.moneyprinter.platform.settings.Setting;
import java.util.Optional;

/** What is assumed of a video before it is made. */
public record EstimateConfig(
    @Setting(
            doc =
                "Whose prices writing a script is estimated by, as the price list names it, such as"
                    + " openai; absent where it costs nothing.")
        Optional<String> scriptProvider,
    @Setting(
            doc =
                "Whose prices speaking is estimated by where the voice does not say (openai:alloy"
                    + " does); absent where it costs nothing.")
        Optional<String> voiceProvider,
    @Setting(doc = "Tokens of the question for a script.", value = "1500", min = 0, max = 1e7)
        int inputTokens,
    @Setting(doc = "Tokens of the answer.", value = "1500", min = 0, max = 1e7) int outputTokens,
    @Setting(
            doc = "Seconds of a video to a topic that does not say how long it is to be.",
            value = "60",
            min = 1,
            max = 36_000)
        double topicSeconds,
    @Setting(
            doc = "Code points that a voice speaks in a second at its own speed.",
            value = "15",
            min = 1,
            max = 100)
        double charactersPerSecond,
    @Setting(
            doc =
                "Processor seconds for one second of 1080x1920 at 30 frames a second; other sizes and"
                    + " rates in proportion.",
            value = "1.6",
            min = 0,
            max = 1000)
        double cpuSeconds,
    @Setting(doc = "Bytes of one second of such a video.", value = "600000", min = 0, max = 1e9)
        double bytes) {
  public static final EstimateConfig USUAL =
      new EstimateConfig(Optional.empty(), Optional.empty(), 1500, 1500, 60, 15, 1.6, 600_000);
}
