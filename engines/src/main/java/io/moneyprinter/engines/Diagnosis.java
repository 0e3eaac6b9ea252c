package io.moneyprinter.engines;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the last words of a server that failed, and says what to do. */
final class Diagnosis {
  private record Cause(Pattern sign, String remedy) {
    Cause(String sign, String remedy) {
      this(Pattern.compile(sign, Pattern.CASE_INSENSITIVE), remedy);
    }
  }

  /** The first that fits counts: the special before the general. */
  private static final List<Cause> CAUSES =
      List.of(
          new Cause(
              "shared memory segment.*(no space left|cannot allocate)",
              "Raise the kernel's limits on shared memory (kernel.shmmni, kernel.shmall), or run fewer servers"),
          new Cause(
              "no space left on device|disk quota exceeded",
              "Free space on the disk of {folder}, or choose another data folder"),
          new Cause(
              "address already in use",
              "Stop the program that holds this port, or configure another port; 0 takes a free one"),
          new Cause(
              "error while loading shared libraries|GLIBC_|No such file or directory.*ld-|symbol not found",
              "Install the named system library, or configure an external server"),
          new Cause(
              "exec format error|cannot execute binary",
              "Build on this kind of machine, or configure an external server"),
          new Cause(
              "cannot allocate memory|could not map anonymous shared memory|out of memory",
              "Free some memory, or configure smaller buffers"),
          new Cause(
              "could not locate a valid checkpoint|invalid magic number|checksum mismatch|bad file format|wrong signature",
              "The data is damaged: put back a copy of {folder}, or move that folder away to begin with an empty one"),
          new Cause(
              "database files are incompatible|can't handle RDB format",
              "The data was made by another version: choose another data folder, or start the version that made it"),
          new Cause(
              "permission denied|operation not permitted",
              "Give {folder} to the user that runs moneyprinter, on a disk that allows programs (no noexec) for the cache,"
                  + " in folders that this user may enter"));

  private static final String OTHERWISE =
      "Read the full log in {folder}/server.log, or configure an external server";

  private Diagnosis() {}

  /**
   * @param happened the predicate of the sentence: {@code could not be started}
   * @param output what the server said last; several lines
   */
  static EngineException of(String server, String happened, String output, Path folder) {
    String remedy =
        CAUSES.stream()
            .filter(cause -> cause.sign().matcher(output).find())
            .map(Cause::remedy)
            .findFirst()
            .orElse(OTHERWISE);
    String said =
        output.isBlank() ? "" : "; it said:\n  " + output.strip().replace("\n", "\n  ") + "\n";
    return new EngineException(
        server + " " + happened + said, remedy.replace("{folder}", folder.toString()));
  }
}
