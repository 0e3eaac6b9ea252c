package io.moneyprinter.engines;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The words that stand before a server's program so that it runs as the right user, in a session of
 * its own, and ends with this JVM. Which of them a machine allows is found by trying them on the
 * program itself, best first.
 */
record Launch(Path program, List<String> prefix) {
  private static final int ROOT = 0;
  private static final int NOBODY = 65_534;
  private static final long PROBE_SECONDS = 20;

  /**
   * Runs the program's version report and checks that the folder can be written, all as the server
   * would.
   */
  private static final String PROBE =
      "\"$1\" --version > /dev/null && test -w \"$2\" && test -x \"$2\"";

  /**
   * One way to start, and the user who must own the folder for it; empty leaves the owner alone.
   */
  private record Candidate(List<String> prefix, Optional<Integer> owner) {}

  /**
   * The best way that works here.
   *
   * @param folder the server's folder
   * @param refusesRoot true for a server that will not run as root
   * @param deathSignal what the server gets when this JVM dies: its signal for an orderly stop
   * @throws EngineException no way works
   */
  static Launch find(
      String server,
      Path program,
      Path folder,
      boolean refusesRoot,
      String deathSignal,
      SystemTools tools) {
    boolean root = new UnixSystem().getUid() == ROOT;
    try {
      List<Candidate> candidates = candidates(root, folder, refusesRoot, deathSignal, tools);
      StringBuilder refusals = new StringBuilder();
      for (Candidate candidate : candidates) {
        Optional<String> refusal = refusal(candidate, program, folder);
        if (refusal.isEmpty()) {
          return new Launch(program, candidate.prefix());
        }
        refusals.append(refusal.get()).append('\n');
      }
      if (root && refusesRoot && probe(List.of(), program, folder).isEmpty()) {
        throw new EngineException(
            "%s does not run as root, and this machine lets root neither enter a user namespace nor become another user%s"
                .formatted(
                    server, refusals.isEmpty() ? "" : " (" + refusals.toString().strip() + ")"),
            "Run moneyprinter as an ordinary user, or configure an external " + server);
      }
      throw Diagnosis.of(server, "could not be started", refusals.toString(), folder);
    } catch (IOException e) {
      throw Folders.failure("Could not start " + server, folder, e);
    }
  }

  List<String> command(Path sibling, List<String> arguments) {
    return Stream.of(prefix, List.of(sibling.toString()), arguments).flatMap(List::stream).toList();
  }

  private static List<Candidate> candidates(
      boolean root, Path folder, boolean refusesRoot, String deathSignal, SystemTools tools)
      throws IOException {
    List<String> session = tools.setsid().map(tool -> List.of(tool.toString())).orElse(List.of());
    List<String> dying =
        tools
            .setpriv()
            .map(tool -> List.of(tool.toString(), "--pdeathsig", deathSignal, "--"))
            .orElse(List.of());
    int owner = root ? (int) Files.getAttribute(folder, "unix:uid") : ROOT;
    List<Candidate> candidates = new ArrayList<>();
    if (owner != ROOT) {
      int group = (int) Files.getAttribute(folder, "unix:gid");
      tools
          .setpriv()
          .ifPresent(
              tool ->
                  candidates.add(as(owner, group, Optional.empty(), session, tool, deathSignal)));
    } else if (root && refusesRoot) {
      tools
          .unshare()
          .ifPresent(
              tool ->
                  candidates.add(
                      plain(List.of(session, List.of(tool.toString(), "--user", "--"), dying))));
      tools
          .setpriv()
          .ifPresent(
              tool ->
                  candidates.add(
                      as(NOBODY, NOBODY, Optional.of(NOBODY), session, tool, deathSignal)));
    } else {
      candidates.add(plain(List.of(session, dying)));
      candidates.add(plain(List.of(dying)));
      candidates.add(plain(List.of(session)));
      candidates.add(plain(List.of()));
    }
    return candidates.stream().distinct().toList();
  }

  private static Candidate plain(List<List<String>> parts) {
    return new Candidate(parts.stream().flatMap(List::stream).toList(), Optional.empty());
  }

  private static Candidate as(
      int user,
      int group,
      Optional<Integer> owner,
      List<String> session,
      Path setpriv,
      String deathSignal) {
    List<String> change =
        List.of(
            setpriv.toString(),
            "--reuid=" + user,
            "--regid=" + group,
            "--clear-groups",
            "--pdeathsig",
            deathSignal,
            "--");
    return new Candidate(Stream.of(session, change).flatMap(List::stream).toList(), owner);
  }

  /** Why the candidate does not work; empty when it does. */
  private static Optional<String> refusal(Candidate candidate, Path program, Path folder)
      throws IOException {
    if (candidate.owner().isPresent()) {
      Folders.giveTo(candidate.owner().get(), candidate.owner().get(), folder);
    }
    Optional<String> refusal = probe(candidate.prefix(), program, folder);
    if (refusal.isPresent() && candidate.owner().isPresent()) {
      Folders.giveTo(ROOT, ROOT, folder);
    }
    return refusal;
  }

  private static Optional<String> probe(List<String> prefix, Path program, Path folder)
      throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(List.of("/bin/sh", "-c", PROBE, "sh", program.toString(), folder.toString()));
    Process process = builder(command, folder).start();
    try {
      process.getOutputStream().close();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (!process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS)) {
        return Optional.of(program.getFileName() + " --version did not end");
      }
      if (process.exitValue() == 0) {
        return Optional.empty();
      }
      return Optional.of(output.isEmpty() ? folder + ": Permission denied" : output);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.destroyForcibly();
    }
  }

  /**
   * A child process with both outputs in one, in the server's folder, and free of the caller's PG…
   * and LC_… settings.
   */
  static ProcessBuilder builder(List<String> command, Path folder) {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(List.of("PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH"));
    environment.put("LC_ALL", "C");
    environment.put("TZ", "UTC");
    return builder;
  }
}
