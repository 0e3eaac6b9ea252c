package io.moneyprinter.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.launcher.client.Address;
import io.moneyprinter.launcher.client.NodeClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moneyprinter download}. */
@Command(
    name = "download",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Fetches the files of finished videos of a running node: those of one video into a folder, or",
      "those of one or more, or of a batch, as one ZIP."
    },
    footer = {
      "",
      "Examples:",
      "  moneyprinter download 0b6c9f3e-5d0e-4a53-9f6f-0d3a8f3c2b11 --out holiday",
      "  moneyprinter download 0b6c9f3e-5d0e-4a53-9f6f-0d3a8f3c2b11 --zip --kinds video,captions",
      "  moneyprinter download --batch 0198aa51-2f0c-7d10-8a35-6d2f4a8a9c3e --kinds video --out all.zip"
    })
public final class DownloadCommand implements Callable<Integer> {
  /** As the API names them. */
  private enum Kind {
    VIDEO,
    CAPTIONS,
    STEMS,
    PICTURES,
    PAPERS
  }

  @Parameters(arity = "0..*", paramLabel = "VIDEO", description = "Ids of the videos")
  private List<String> videos = new ArrayList<>();

  @Option(names = "--batch", paramLabel = "ID", description = "All finished videos of this batch")
  private String batch;

  @Option(names = "--zip", description = "As one ZIP (always so for several videos)")
  private boolean zip;

  @Option(
      names = "--kinds",
      split = ",",
      paramLabel = "KIND",
      description = "Only these: video, captions, stems, pictures, papers (default: all)")
  private List<Kind> kinds = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "PATH",
      description = "Folder of one video's files, or the ZIP (default: after the id)")
  private Path out;

  @Mixin private NodeOptions node;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException, IOException {
    if (videos.isEmpty() == (batch == null)) {
      throw ServiceFailure.invalid("", "Name one or more videos, or one batch by --batch");
    }
    boolean together = zip || batch != null || videos.size() > 1;
    Path target = together ? archive(node.client()) : folder(node.client());
    PrintWriter printer = spec.commandLine().getOut();
    printer.println(target);
    printer.flush();
    return 0;
  }

  private Path archive(NodeClient client) throws InterruptedException {
    String name = batch != null ? batch : videos.size() == 1 ? videos.get(0) : "videos";
    String wanted =
        batch != null
            ? "/v1/videos.zip?batch=" + Address.part(batch)
            : videos.size() == 1
                ? video(videos.get(0)) + "/files.zip"
                : "/v1/videos.zip?ids="
                    + videos.stream().map(Address::part).collect(Collectors.joining(","));
    Path target = out == null ? Path.of(name.replaceAll("[^A-Za-z0-9-]", "") + ".zip") : out;
    client.fetch(wanted + filter(wanted.contains("?") ? "&" : "?"), target);
    return target;
  }

  private String filter(String sign) {
    return kinds.isEmpty()
        ? ""
        : sign
            + "kinds="
            + kinds.stream()
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
  }

  private Path folder(NodeClient client) throws InterruptedException, IOException {
    String id = videos.get(0);
    JsonNode files = client.ask("GET", video(id) + "/files" + filter("?"), "").path("files");
    if (files.isEmpty()) {
      throw ServiceFailure.notFound("This video has no such files, or is not finished yet");
    }
    Path folder = out == null ? Path.of(id) : out;
    Files.createDirectories(folder);
    for (JsonNode file : files) {
      client.fetch(file.path("href").asText(), folder.resolve(plain(file.path("name").asText())));
    }
    return folder;
  }

  /** What a node names is no way out of the folder. */
  private static String plain(String name) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
      throw ServiceFailure.unavailable("The node names a file that is no plain name: " + name);
    }
    return name;
  }

  private static String video(String id) {
    return "/v1/videos/" + Address.part(id);
  }
}
