package io.moneyprinter.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.launcher.client.UploadClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moneyprinter materials add}. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = "Sends pictures, clips, sounds, folders of them and ZIP archives to the library.")
public final class MaterialsAddCommand implements Callable<Integer> {
  @Mixin private NodeOptions node = new NodeOptions();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, folders and archives")
  private List<Path> files = List.of();

  @Option(names = "--title", description = "What it is called (default: as its file)")
  private String title;

  @Option(names = "--description", description = "What is to be said of it")
  private String description;

  @Option(
      names = "--tags",
      split = ",",
      paramLabel = "TAG",
      description = "What it shows; words of the name and of the folder are added")
  private List<String> tags = List.of();

  @Option(
      names = "--collection",
      paramLabel = "ID",
      description = "Puts it into this collection; may be given several times")
  private List<String> collections = List.of();

  @Option(
      names = "--version-of",
      paramLabel = "ID",
      description = "Puts it in the place of this material's present file")
  private String asset;

  @Option(
      names = "--upload",
      paramLabel = "ID",
      description = "Goes on with this upload of the one file, which broke off")
  private String upload;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Path> all = all();
    if (all.size() != 1 && (upload != null || asset != null || title != null)) {
      throw new ServiceFailure(
          FailureCode.INVALID, "--upload, --version-of and --title are for one file alone");
    }
    UploadClient client = node.uploads();
    PrintWriter out = spec.commandLine().getOut();
    boolean good = true;
    for (Path file : all) {
      String place =
          upload == null ? client.open(file, said(file)) : "/v1/materials/uploads/" + upload;
      good &= taken(file, client, place, out);
    }
    return good ? 0 : FailureCode.INVALID.exitCode();
  }

  /** One bad file does not keep the others out. */
  private static boolean taken(Path file, UploadClient client, String place, PrintWriter out)
      throws InterruptedException {
    try {
      JsonNode done = client.send(file, place);
      boolean good = done.path("state").asText().equals("DONE");
      done.path("materials")
          .forEach(
              path ->
                  out.println(path.asText().replaceFirst(".*/", "") + "  " + file.getFileName()));
      if (!good) {
        out.println(file + " was not taken: " + done.path("problem").asText());
      }
      return good;
    } catch (ServiceFailure refused) {
      if (refused.code() != FailureCode.INVALID) {
        throw refused;
      }
      out.println(file + " was not taken: " + refused.getMessage());
      return false;
    } finally {
      out.flush();
    }
  }

  private Map<String, String> said(Path file) {
    Map<String, String> said = new LinkedHashMap<>();
    said.put("filename", file.getFileName().toString());
    List<String> words = new ArrayList<>(tags);
    for (Path given : files) {
      if (Files.isDirectory(given) && file.startsWith(given) && file.getParent() != null) {
        Path inside = given.toAbsolutePath().normalize().getParent();
        Path folder = file.toAbsolutePath().normalize().getParent();
        (inside == null ? folder : inside.relativize(folder))
            .forEach(part -> words.add(part.toString()));
      }
    }
    put(said, "title", title);
    put(said, "description", description);
    put(said, "tags", String.join(",", words));
    put(said, "collections", String.join(",", collections));
    put(said, "asset", asset);
    return said;
  }

  private static void put(Map<String, String> said, String key, String value) {
    if (value != null && !value.isEmpty()) {
      said.put(key, value);
    }
  }

  private List<Path> all() throws IOException {
    List<Path> all = new ArrayList<>();
    for (Path given : files) {
      if (!Files.exists(given)) {
        throw ServiceFailure.notFound("There is no file " + given);
      }
      try (Stream<Path> inside = Files.walk(given)) {
        inside
            .filter(Files::isRegularFile)
            .filter(file -> file.equals(given) || !hidden(given.relativize(file)))
            .sorted()
            .forEach(all::add);
      }
    }
    return all;
  }

  private static boolean hidden(Path inside) {
    for (Path part : inside) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }
}
