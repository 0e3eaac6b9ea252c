package io.moneyprinter.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The load generator wrk as a program of its own: 64 connections, each asking again when told. */
final class Wrk {
  private static final String PROGRAM = "wrk";
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
  private static final Pattern FAILED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
  private static final Pattern BROKEN =
      Pattern.compile("Socket errors: connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");
  private static final Pattern MEDIAN = Pattern.compile("50%\\s+([\\d.]+)(us|ms|s)");
  private static final Pattern LATEST = Pattern.compile("99%\\s+([\\d.]+)(us|ms|s)");

  /**
   * What it measured.
   *
   * @param rate answers in a second
   * @param p50 milliseconds
   * @param p99 milliseconds
   * @param failed answers other than 2xx and 3xx, and connections that broke
   */
  record Load(double rate, double p50, double p99, long failed) {}

  private final Path folder;

  /**
   * @param folder for scripts
   */
  Wrk(Path folder) {
    this.folder = folder;
  }

  static boolean there() {
    return onThePath(PROGRAM);
  }

  static boolean onThePath(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /**
   * Loads a server.
   *
   * @param tokens of the callers that take turns
   */
  Load load(int port, String path, int seconds, List<String> tokens)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of(PROGRAM, "-t2", "-c64", "-d" + seconds + "s", "--latency"));
    if (tokens.size() == 1) {
      command.addAll(List.of("-H", "Authorization: Bearer " + tokens.get(0)));
    } else {
      command.addAll(List.of("-s", turns(path, tokens).toString()));
    }
    command.add("http://127.0.0.1:" + port + path);
    Process wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
    String told = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(wrk.waitFor()).as(told).isZero();
    return new Load(
        Double.parseDouble(found(RATE, told).group(1)),
        millis(found(MEDIAN, told)),
        millis(found(LATEST, told)),
        sum(FAILED, told) + sum(BROKEN, told));
  }

  /** All requests are written beforehand, so that the callers' number costs wrk nothing. */
  private Path turns(String path, List<String> tokens) throws IOException {
    StringBuilder script = new StringBuilder("local all, turn = {}, 0\nfunction init(args)\n");
    tokens.forEach(
        token ->
            script.append(
                "  all[#all + 1] = wrk.format('GET', '%s', {['Authorization'] = 'Bearer %s'})\n"
                    .formatted(path, token)));
    script.append("end\nfunction request()\n  turn = turn % #all + 1\n  return all[turn]\nend\n");
    return Files.writeString(folder.resolve("turns.lua"), script);
  }

  private static Matcher found(Pattern pattern, String told) {
    Matcher matcher = pattern.matcher(told);
    assertThat(matcher.find()).as(told).isTrue();
    return matcher;
  }

  private static double millis(Matcher time) {
    double number = Double.parseDouble(time.group(1));
    return switch (time.group(2)) {
      case "us" -> number / 1000;
      case "ms" -> number;
      default -> number * 1000;
    };
  }

  private static long sum(Pattern pattern, String told) {
    Matcher matcher = pattern.matcher(told);
    long sum = 0;
    if (matcher.find()) {
      for (int i = 1; i <= matcher.groupCount(); i++) {
        sum += Long.parseLong(matcher.group(i));
      }
    }
    return sum;
  }
}
