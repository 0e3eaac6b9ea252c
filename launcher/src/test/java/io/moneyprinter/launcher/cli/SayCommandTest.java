package io.moneyprinter.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code say} with a voice that ships with the program. */
class SayCommandTest {
  @TempDir private Path home;

  @RegisterExtension final SharedServers servers = new SharedServers();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int say(String... arguments) {
    CommandLine line = new CommandLine(new SayCommand());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(new FailureReport());
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--set", "data=" + home.resolve("data")));
    servers.settings().forEach(setting -> all.addAll(List.of("--set", setting)));
    return line.execute(all.toArray(String[]::new));
  }

  @Test
  void everyLineOfAFileIsSpokenIntoAFileOfTheWantedForm() throws IOException {
    Path lines = Files.writeString(home.resolve("lines.txt"), "Guten Tag.\n\nBis morgen.\n");
    Path folder = home.resolve("spoken");

    int code =
        say("-l", "de", "--lines", lines.toString(), "--format", "flac", "-o", folder.toString());

    assertThat(code).as(err.toString()).isZero();
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()).sorted())
          .containsExactly("001.flac", "002.flac");
    }
    assertThat(Files.readAllBytes(folder.resolve("002.flac"))).startsWith('f', 'L', 'a', 'C');
    assertThat(out.toString()).contains("espeak", "002.flac");
  }

  @Test
  void aFileThatIsNotThereAndATextBesideItAreToldBeforeAnythingStarts() {
    assertThat(say("--lines", home.resolve("none.txt").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("none.txt is no text file");
    assertThat(say("Hello", "--lines", "x.txt")).isEqualTo(2);
    assertThat(err.toString()).contains("not both");
  }
}
