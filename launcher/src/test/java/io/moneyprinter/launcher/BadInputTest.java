package io.moneyprinter.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What is wrong is said at once, with its remedy, before anything is started or written. */
class BadInputTest {
  private record Outcome(int exitCode, String err) {}

  @TempDir private Path home;

  @Test
  void aMissingFileIsNamed() {
    Outcome outcome = run("make", home.resolve("nothing.yaml").toString());

    assertThat(outcome.exitCode()).isEqualTo(66);
    assertThat(outcome.err()).contains("nothing.yaml").contains("conf/examples");
  }

  @Test
  void nothingToMakeIsExplained() {
    Outcome outcome = run("make");

    assertThat(outcome.exitCode()).isEqualTo(65);
    assertThat(outcome.err()).contains("--script").contains("--topic");
  }

  @Test
  void aYamlErrorHasLineAndColumn() throws IOException {
    Outcome outcome = make("title: [a\nscript: b\n");

    assertThat(outcome.exitCode()).isEqualTo(65);
    assertThat(outcome.err()).contains("line ").contains("column ");
  }

  @Test
  void anUnknownKeyIsNamedWithTheKnownOnes() throws IOException {
    Outcome outcome = make("script: Hello.\nvoise: x\n");

    assertThat(outcome.exitCode()).isEqualTo(65);
    assertThat(outcome.err()).contains("voise").contains("voice");
  }

  @Test
  void anEmptyScriptIsRefused() throws IOException {
    Outcome outcome = make("script: ''\n");

    assertThat(outcome.exitCode()).isEqualTo(65);
    assertThat(outcome.err()).contains("The script is empty");
  }

  @Test
  void aScriptOfFiftyThousandWordsIsRefused() throws IOException {
    Outcome outcome = make("script: " + "word ".repeat(50_000) + "\n");

    assertThat(outcome.exitCode()).isEqualTo(65);
    assertThat(outcome.err()).contains("50000 words").contains("4000");
  }

  @Test
  void aMissingMaterialsFolderIsNamed() throws IOException {
    Outcome outcome = make("script: Hello.\nmaterials: {folder: pictures}\n");

    assertThat(outcome.exitCode()).isEqualTo(66);
    assertThat(outcome.err()).contains("pictures");
  }

  @Test
  void anUnknownSettingStopsTheStartAsAConfigurationError() throws IOException {
    Path file = Files.writeString(home.resolve("a.yaml"), "script: Hello.\n");

    Outcome outcome = run("make", file.toString(), "--set", "video.crff=20");

    assertThat(outcome.exitCode()).isEqualTo(78);
    assertThat(outcome.err()).contains("video.crff").contains("--set").contains("video.");
  }

  @Test
  void anUnknownOptionIsAUsageError() {
    assertThat(run("make", "--colour", "red").exitCode()).isEqualTo(64);
    assertThat(run("mak").exitCode()).isEqualTo(64);
    assertThat(run("make", "a.yaml", "--rate", "fast").exitCode()).isEqualTo(64);
  }

  @Test
  void anUnknownRoleIsNamedWithTheKnownOnes() {
    Outcome outcome = run("start", "--roles", "gatway");

    assertThat(outcome.exitCode()).isEqualTo(65);
    assertThat(outcome.err()).contains("gatway").contains("gateway");
  }

  @Test
  void helpTeaches() {
    assertThat(run("--help").exitCode()).isZero();
    assertThat(run("make", "--help").exitCode()).isZero();
    assertThat(run("version").exitCode()).isZero();
    assertThat(run("generate-completion").exitCode()).isZero();
  }

  private Outcome make(String yaml) throws IOException {
    return run("make", Files.writeString(home.resolve("brief.yaml"), yaml).toString());
  }

  private Outcome run(String... arguments) {
    StringWriter err = new StringWriter();
    CommandLine line = Main.commandLine();
    line.setErr(new PrintWriter(err, true));
    line.setOut(new PrintWriter(new StringWriter(), true));
    int exitCode = line.execute(arguments);
    assertThat(home.resolve("data")).doesNotExist();
    return new Outcome(exitCode, err.toString());
  }
}
