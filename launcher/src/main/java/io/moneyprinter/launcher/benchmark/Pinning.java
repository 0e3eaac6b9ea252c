package io.moneyprinter.launcher.benchmark;

import io.moneyprinter.codecs.bus.ServiceFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps processes on one processor each, by {@code taskset(1)} of util-linux; what they start stays
 * there as well. Blocks.
 *
 * @param processors those that this process may use, by number, two or more
 */
record Pinning(List<Integer> processors) {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String ALLOWED = "Cpus_allowed_list:";

  /** Refuses a machine on which nothing can be pinned. */
  static Pinning ofMachine() throws IOException {
    List<Integer> processors = Files.isReadable(STATUS) ? allowed() : List.of();
    if (processors.size() < 2) {
      throw ServiceFailure.unavailable(
          "The cluster's benchmark keeps two nodes on a processor each: run it on a Linux machine"
              + " with two processors or more");
    }
    try {
      run(List.of("taskset", "--version"));
    } catch (IOException e) {
      throw ServiceFailure.unavailable(
          "The cluster's benchmark needs taskset: install the package util-linux");
    }
    return new Pinning(processors);
  }

  /** Such as {@code 0-3,6}; proc(5). */
  private static List<Integer> allowed() throws IOException {
    List<Integer> processors = new ArrayList<>();
    for (String line : Files.readAllLines(STATUS)) {
      if (line.startsWith(ALLOWED)) {
        for (String range : line.substring(ALLOWED.length()).strip().split(",")) {
          String[] ends = range.split("-");
          int last = Integer.parseInt(ends[ends.length - 1]);
          for (int processor = Integer.parseInt(ends[0]); processor <= last; processor++) {
            processors.add(processor);
          }
        }
      }
    }
    return processors;
  }

  /** Processor of a node, counted from 0. */
  int ofNode(int node) {
    return processors.get(node);
  }

  /** Where everything goes that no node does: beside the first node, unless there is room. */
  int ofTheRest() {
    return processors.get(processors.size() > 2 ? 2 : 0);
  }

  /** The command line that runs another one on a processor. */
  static List<String> on(int processor, List<String> line) {
    List<String> pinned = new ArrayList<>(List.of("taskset", "-c", Integer.toString(processor)));
    pinned.addAll(line);
    return pinned;
  }

  /** This process with all its threads; what it starts from now on as well. */
  void keepSelfToTheRest() throws IOException {
    keepSelf(Integer.toString(ofTheRest()));
  }

  /** Undoes that. */
  void freeSelf() throws IOException {
    keepSelf(String.join(",", processors.stream().map(p -> Integer.toString(p)).toList()));
  }

  private static void keepSelf(String list) throws IOException {
    run(List.of("taskset", "-acp", list, Long.toString(ProcessHandle.current().pid())));
  }

  private static void run(List<String> line) throws IOException {
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(String.join(" ", line) + ": " + said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
