package io.moneyprinter.orchestration.workflow;

import io.moneyprinter.codecs.bus.ServiceFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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
  private final WorkflowReader reader;
  private final Map<String, Workflow> current = new HashMap<>();
  private final Map<String, Workflow> byHash = new ConcurrentHashMap<>();

  private WorkflowLibrary(WorkflowReader reader, List<Workflow> current) {
    this.reader = reader;
    for (Workflow workflow : current) {
      this.current.put(workflow.name(), workflow);
      byHash.put(workflow.hash(), workflow);
    }
  }

  /**
   * Reads and checks the workflows that new jobs follow, and every other one in the folder.
   * Blocking.
   *
   * @param folder of {@code *.yaml}; empty for what is shipped alone
   * @param names of those that new jobs follow
   * @throws InvalidWorkflow when one of them cannot be run, or none has one of the names
   */
  public static WorkflowLibrary open(
      WorkflowReader reader, Optional<Path> folder, String... names) {
    List<Workflow> current = new ArrayList<>();
    for (String name : names) {
      Workflow found = folder.map(path -> inFolder(reader, path, name)).orElse(null);
      current.add(found == null ? shipped(reader, name, folder) : found);
    }
    return new WorkflowLibrary(reader, current);
  }

  private static Workflow inFolder(WorkflowReader reader, Path folder, String name) {
    Workflow found = null;
    for (Path file : files(folder)) {
      Workflow workflow = reader.read(file.toString(), text(file));
      if (workflow.name().equals(name)) {
        if (found != null) {
          throw new InvalidWorkflow(
              file.toString(),
              List.of("another file of the folder is called " + name + " too: keep one of them"));
        }
        found = workflow;
      }
    }
    return found;
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new InvalidWorkflow(
          folder.toString(), List.of("there is no such folder: check orchestration.workflows"));
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
            List.of(
                "it is neither shipped nor in "
                    + folder.map(Path::toString).orElse("a folder of yours")
                    + ": check orchestration.workflow and orchestration.workflows"));
      }
      return reader.read(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The shipped workflow " + name + " cannot be read", e);
    }
  }

  /** The workflow that new jobs follow, by its name; one of those that were opened. */
  public Workflow current(String name) {
    Workflow found = current.get(name);
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
