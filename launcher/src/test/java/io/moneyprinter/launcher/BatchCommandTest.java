package io.moneyprinter.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.testsupport.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code batch} as a user runs it: a process of its own, a bare folder, nothing installed. */
class BatchCommandTest {
  @TempDir private Path home;

  @Test
  void aBatchThatWasCutShortGoesOnAndVariantsShareWhatIsEqual() throws Exception {
    Files.writeString(home.resolve("look.yaml"), "canvas: {width: 128, height: 224, fps: 12}\n");
    Files.writeString(
        home.resolve("short.csv"),
        """
        script,music.mood
        "Warm the pot, then pour.",none
        Bees fly home.,
        """);

    try (Program first = batch()) {
      Await.until(
          "a row is done",
          Duration.ofSeconds(120),
          () -> first.output().contains("✓") || !first.running());
      first.kill();
      assertThat(first.output()).contains("Making 4 videos of short.csv");
    }
    try (Program second = batch()) {
      assertThat(second.exitCode(180)).as(second.output()).isZero();
      assertThat(second.output())
          .contains("Resuming short.csv")
          .contains("4 of 4 videos are in " + Path.of("out", "short"))
          // The title is not in the picture: the second of each row finds all of the first.
          .containsPattern("✓ 2  \\S+2-two  \\(0 segments rendered, [1-9]\\d* reused\\)")
          .containsPattern("✓ 4  \\S+4-two  \\(0 segments rendered, [1-9]\\d* reused\\)");
    }
    for (String name : new String[] {"1-one", "2-two", "3-one", "4-two"}) {
      assertThat(home.resolve("out/short").resolve(name).resolve("video.mp4")).isNotEmptyFile();
    }
    Files.writeString(home.resolve("bad.csv"), "script,rate\nGood.,1\nBad.,9\n");
    try (Program refused = Program.start(home, Map.of(), "batch", "bad.csv")) {
      assertThat(refused.exitCode(120)).as(refused.output()).isEqualTo(65);
      assertThat(refused.output()).contains("1 of 2 rows").contains("Row 2 (line 3), rate");
    }
  }

  private Program batch() {
    return Program.start(
        home, Map.of(), "batch", "short.csv", "--base", "look.yaml", "--variant", "title=One,Two");
  }
}
