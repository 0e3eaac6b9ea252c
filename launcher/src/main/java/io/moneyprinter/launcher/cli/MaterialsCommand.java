package io.moneyprinter.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.launcher.client.Address;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moneyprinter materials}. */
@Command(
    name = "materials",
    mixinStandardHelpOptions = true,
    description = "Keeps the library of your own pictures, clips and sounds on a running node.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = MaterialsAddCommand.class,
    footer = {
      "",
      "Examples:",
      "  moneyprinter materials add beach.mp4 --tags sea,summer",
      "  moneyprinter materials add holiday.zip footage/",
      "  moneyprinter materials list \"waves\" --orientation portrait"
    })
public final class MaterialsCommand implements Runnable {
  private static final String PATH = "/v1/materials";

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Lists what fits, the best first; without words all, the newest first.")
  int list(
      @Parameters(arity = "0..*", paramLabel = "WORD") List<String> words,
      @Option(names = "--kind", description = "video, still or audio") String kind,
      @Option(names = "--orientation", description = "portrait, landscape or square")
          String orientation,
      @Option(names = "--tag", description = "Only with this tag") String tag,
      @Option(names = "--collection", description = "Only of this collection") String collection,
      @Option(names = "--deleted", description = "Those that can be restored") boolean deleted,
      @Mixin NodeOptions node)
      throws InterruptedException {
    StringBuilder query = new StringBuilder("?limit=100&deleted=" + deleted);
    add(query, "q", words == null ? null : String.join(" ", words));
    add(query, "kind", kind);
    add(query, "orientation", orientation);
    add(query, "tag", tag);
    add(query, "collection", collection);
    String cursor = "";
    do {
      JsonNode page = node.client().ask("GET", PATH + query + cursor, "");
      page.path("materials").forEach(this::line);
      cursor = page.hasNonNull("cursor") ? "&cursor=" + page.get("cursor").asText() : null;
    } while (cursor != null);
    return 0;
  }

  @Command(mixinStandardHelpOptions = true, description = "Shows a material with its versions.")
  int show(@Parameters(paramLabel = "ID") String id, @Mixin NodeOptions node)
      throws InterruptedException {
    JsonNode material = node.client().ask("GET", one(id), "");
    line(material);
    material
        .path("versions")
        .forEach(
            version ->
                out()
                    .printf(
                        "  version %d  %s  %d bytes  %s%n",
                        version.path("version").asInt(),
                        version.path("mediaType").asText(),
                        version.path("bytes").asLong(),
                        version.path("name").asText()));
    node.client()
        .ask("GET", one(id) + "/uses", "")
        .path("uses")
        .forEach(
            use ->
                out()
                    .printf(
                        "  shown in /v1/videos/%s, scene %d%n",
                        use.path("video").asText(), use.path("scene").asInt() + 1));
    out().flush();
    return 0;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Deletes a material, so that it can be restored for a while.")
  int delete(@Parameters(paramLabel = "ID") String id, @Mixin NodeOptions node)
      throws InterruptedException {
    return line(node.client().ask("DELETE", one(id), ""));
  }

  @Command(mixinStandardHelpOptions = true, description = "Takes a deletion back.")
  int restore(@Parameters(paramLabel = "ID") String id, @Mixin NodeOptions node)
      throws InterruptedException {
    return line(node.client().ask("POST", one(id) + "/restore", "{}"));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Lists the collections; with a name, makes one of that name.")
  int collections(
      @Parameters(arity = "0..1", paramLabel = "NAME") String name, @Mixin NodeOptions node)
      throws InterruptedException {
    if (name != null) {
      String body = RecordJson.wire().valueToTree(Map.of("name", name)).toString();
      collection(node.client().ask("POST", PATH + "/collections", body));
    } else {
      node.client()
          .ask("GET", PATH + "/collections", "")
          .path("collections")
          .forEach(this::collection);
    }
    return 0;
  }

  @Command(mixinStandardHelpOptions = true, description = "Puts materials into a collection.")
  int collect(
      @Parameters(index = "0", paramLabel = "COLLECTION") String collection,
      @Parameters(index = "1..*", arity = "1..*", paramLabel = "ID") List<String> ids,
      @Option(names = "--remove", description = "Takes them out instead") boolean remove,
      @Mixin NodeOptions node)
      throws InterruptedException {
    JsonNode changed = null;
    for (String id : ids) {
      String member =
          PATH + "/collections/" + Address.part(collection) + "/materials/" + Address.part(id);
      changed = node.client().ask(remove ? "DELETE" : "PUT", member, "{}");
    }
    collection(changed);
    return 0;
  }

  private int line(JsonNode material) {
    JsonNode file = material.path("current");
    out()
        .printf(
            "%s  %-5s  %4dx%-4d  %6.1f s  %s%n",
            material.path("id").asText(),
            material.path("kind").asText(),
            file.path("width").asInt(),
            file.path("height").asInt(),
            file.path("seconds").asDouble(),
            material.path("title").asText());
    out().flush();
    return 0;
  }

  private void collection(JsonNode collection) {
    out()
        .printf(
            "%s  %4d  %s%n",
            collection.path("id").asText(),
            collection.path("size").asInt(),
            collection.path("name").asText());
    out().flush();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private static void add(StringBuilder query, String name, String value) {
    if (value != null && !value.isBlank()) {
      query.append('&').append(name).append('=').append(Address.part(value));
    }
  }

  private static String one(String id) {
    return PATH + "/" + Address.part(id);
  }
}
