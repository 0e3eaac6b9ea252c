package io.moneyprinter.orchestration.workflow;

import io.moneyprinter.codecs.bus.ServiceFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The workflows: those that new jobs follow, and those that running jobs began with. An operator's
 * folder comes before what is shipped.
 */
public final class WorkflowLibrary {
  /** What is shipped, besides those that new jobs follow unasked. */
  private static final List<String> SHIPPED = List.of("video-generation", "timeline-render");

  private final WorkflowReader reader;
  private final Map<String, Workflow> offered = new LinkedHashMap<>();
  private final Map<String, Workflow> byHash = new ConcurrentHashMap<>();

  private WorkflowLibrary(WorkflowReader reader, List<Workflow> offered) {
    this.reader = reader;
    for (Workflow workflow : offered) {
      this.offered.put(workflow.name(), workflow);
      byHash.put(workflow.hash(), workflow);
    }
  }

  /**
   * Reads and checks the workflows that new jobs follow unasked, and all others that a brief may
   * name: those of the folder, and those shipped. Blocking.
   *
   * @param folder of {@code *.yaml}; empty for what is shipped alone
   * @param names of those that new jobs follow unasked
   * @throws InvalidWorkflow when one of them cannot be run, or none has one of the names
   */
  public static WorkflowLibrary open(
      WorkflowReader reader, Optional<Path> folder, String... names) {
    Map<String, Workflow> own =
        folder.map(path -> inFolder(reader, path)).orElseGet(LinkedHashMap::new);
    Map<String, Workflow> offered = new LinkedHashMap<>();
    for (String name : names) {
      offered.put(name, own.containsKey(name) ? own.get(name) : shipped(reader, name, folder));
    }
    own.forEach(offered::putIfAbsent);
    SHIPPED.forEach(
        name -> offered.computeIfAbsent(name, missing -> shipped(reader, missing, folder)));
    return new WorkflowLibrary(reader, List.copyOf(offered.values()));
  }

  private static Map<String, Workflow> inFolder(WorkflowReader reader, Path folder) {
    Map<String, Workflow> found = new LinkedHashMap<>();
    for (Path file : files(folder)) {
      Workflow workflow = reader.read(file.toString(), text(file));
      if (found.put(workflow.name(), workflow) != null) {
        throw new InvalidWorkflow(
            file.toString(),
            "another file of the folder is called " + workflow.name() + " too: keep one of them");
      }
    }
    return found;
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new InvalidWorkflow(
          folder.toString(), "there is no such folder: check orchestration.workflows");
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + folder + " cannot be read", e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The workflow " + file + " cannot be read", e);
    }
  }

  private static Workflow shipped(WorkflowReader reader, String name, Optional<Path> folder) {
    String resource = "/workflows/" + name + ".yaml";
    try (InputStream in = WorkflowLibrary.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new InvalidWorkflow(
            name,
            "it is neither shipped nor in "
                + folder.map(Path::toString).orElse("a folder of yours")
                + ": check orchestration.workflow and orchestration.workflows");
      }
      return reader.read(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The shipped workflow " + name + " cannot be read", e);
    }
  }

  /** All that a brief may name; first those that new jobs follow unasked. */
  public List<Workflow> offered() {
    return List.copyOf(offered.values());
  }

  /** The workflow that new jobs follow, by its name; one of those that were opened. */
  public Workflow current(String name) {
    Workflow found = offered.get(name);
    if (found == null) {
      throw new NoSuchElementException("The workflow " + name + " was not opened");
    }
    return found;
  }

  /** The workflow of that hash, if it was seen since the start. */
  public Optional<Workflow> known(String hash) {
    return Optional.ofNullable(byHash.get(hash));
  }

  /**
   * The workflow that a job began with, from the text it kept.
   *
   * @throws ServiceFailure {@code CONFLICT} when this version of the program cannot follow it
   */
  public Workflow stored(String hash, String source) {
    return byHash.computeIfAbsent(
        hash,
        missing -> {
          try {
            return reader.read("that the job began with", source);
          } catch (InvalidWorkflow e) {
            throw ServiceFailure.conflict(
                "The job began under another version of this program and cannot go on: order it"
                    + " again. "
                    + e.getMessage());
          }
        });
  }
}
