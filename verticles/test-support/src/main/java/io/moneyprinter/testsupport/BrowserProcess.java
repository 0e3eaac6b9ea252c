package io.moneyprinter.testsupport;

import io.moneyprinter.platform.node.DataFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A headless browser with a profile of its own, from its start until nothing of it is left. */
final class BrowserProcess {
  private static final Pattern ADDRESS =
      Pattern.compile("DevTools listening on ws://[^:]+:(\\d+)(\\S+)");
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final Path profile;
  private final Process process;
  private final int port;
  private final String path;

  /** Waits until it listens. */
  BrowserProcess(Path program) throws IOException {
    profile = TestFolders.make("browser");
    process =
        new ProcessBuilder(
                program.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .start();
    Matcher address = address(process.inputReader(StandardCharsets.UTF_8));
    port = Integer.parseInt(address.group(1));
    path = address.group(2);
  }

  /** The program of one, on the path. */
  static Optional<Path> installed() {
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(name -> Stream.of(System.getenv("PATH").split(":")).map(p -> Path.of(p, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Matcher address(BufferedReader output) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher m = ADDRESS.matcher(line);
      if (m.find()) {
        Thread drain = new Thread(() -> output.lines().forEach(more -> {}), "browser-output");
        drain.setDaemon(true);
        drain.start();
        return m;
      }
    }
    throw new IOException("The browser ended before it listened");
  }

  /** Where it listens, on this machine. */
  int port() {
    return port;
  }

  /** The path of its WebSocket. */
  String path() {
    return path;
  }

  /**
   * Ends it and removes its profile.
   *
   * @param leave done once it is told to end
   */
  void close(Runnable leave) {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    process.destroy();
    leave.run();
    Await.until("the browser has ended", LIMIT, () -> ended(all));
    DataFolder.delete(profile);
  }

  /** Its helpers may outlive it for a moment, and write to the profile. */
  private boolean ended(List<ProcessHandle> all) {
    if (!process.isAlive()) {
      all.forEach(ProcessHandle::destroyForcibly);
    }
    return all.stream().noneMatch(ProcessHandle::isAlive);
  }
}
