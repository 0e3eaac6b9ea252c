package io.moneyprinter.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code make} of a brief whose storyboard is to be agreed to, from the question to the video. */
class MakeReviewTest {
  private static final String BRIEF =
      """
      title: Tea
      script: Tea is a leaf.
      review: storyboard
      canvas: {width: 128, height: 224, fps: 12}
      """;

  @TempDir private Path home;

  @RegisterExtension final SharedServers servers = new SharedServers();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<String> questions = new CopyOnWriteArrayList<>();

  /** Somebody at a terminal who always says this. */
  private final class Person implements Terminal {
    private final String line;

    Person(String line) {
      this.line = line;
    }

    @Override
    public boolean there() {
      return line != null;
    }

    @Override
    public Optional<String> read(String question) {
      questions.add(question);
      return Optional.of(line);
    }
  }

  private int make(String typed, String... more) throws IOException {
    Path brief = Files.writeString(home.resolve("tea.yaml"), BRIEF);
    CommandLine line = new CommandLine(new MakeCommand(new Person(typed)));
    line.setExecutionExceptionHandler(new FailureReport());
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.addAll(List.of(brief.toString(), "--out", home.resolve("video").toString()));
    arguments.addAll(List.of("--set", "data=" + home.resolve("data")));
    servers.settings().forEach(setting -> arguments.addAll(List.of("--set", setting)));
    return line.execute(arguments.toArray(String[]::new));
  }

  @Test
  void noIsTheEndOfItAndYesTheVideo() throws IOException {
    assertThat(make(null)).as("nobody to ask").isEqualTo(65);
    assertThat(err.toString()).contains("--yes");

    assertThat(make("Say more about milk")).isNotZero();
    assertThat(out.toString()).contains("Storyboard: Tea").contains("1  Tea is a leaf.");
    assertThat(questions).hasSize(1);
    assertThat(err.toString()).contains("Say more about milk");
    assertThat(home.resolve("video/video.mp4")).doesNotExist();

    assertThat(make(null, "--yes")).as(err.toString()).isZero();
    assertThat(questions).as("nobody was asked").hasSize(1);
    assertThat(home.resolve("video/video.mp4")).isNotEmptyFile();
  }
}
