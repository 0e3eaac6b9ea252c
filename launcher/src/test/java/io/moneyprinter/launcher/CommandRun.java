package io.moneyprinter.launcher;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/**
 * The command line as it was used in this process.
 *
 * @param said all that was printed, complaints too
 */
public record CommandRun(int exitCode, String said) {
  /** Asks a running node. */
  public static CommandRun at(String url, List<String> words) {
    List<String> all = new ArrayList<>(words);
    all.addAll(List.of("--url", url));
    StringWriter said = new StringWriter();
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(said, true));
    line.setErr(new PrintWriter(said, true));
    int exitCode = line.execute(all.toArray(String[]::new));
    return new CommandRun(exitCode, said.toString());
  }
}
