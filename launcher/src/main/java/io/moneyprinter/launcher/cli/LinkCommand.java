package io.moneyprinter.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.launcher.client.NodeClient;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moneyprinter link}. */
@Command(
    name = "link",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a link by which whoever has it fetches a video of a running node, without a login,",
      "until it expires or is revoked. Prints it. Without a video, lists the links there are."
    },
    footer = {
      "",
      "Examples:",
      "  moneyprinter link 0b6c9f3e-5d0e-4a53-9f6f-0d3a8f3c2b11",
      "  moneyprinter link 0b6c9f3e-5d0e-4a53-9f6f-0d3a8f3c2b11 --file captions.srt --for 2h --save",
      "  moneyprinter link --revoke kqN0pXb2Tz6oQy1b0q3XxA"
    })
public final class LinkCommand implements Callable<Integer> {
  private static final String PATH = "/v1/storage/links";
  private static final Pattern TIME = Pattern.compile("(\\d{1,9})\\s*([smhd])");

  @Parameters(arity = "0..1", paramLabel = "VIDEO", description = "Id of the video.")
  private String video;

  @Option(
      names = "--file",
      paramLabel = "NAME",
      description = "Which of its files, such as poster.jpg (default: the video itself).")
  private String file;

  @Option(
      names = "--material",
      paramLabel = "ID",
      description = "A material of the library, instead of a video.")
  private String material;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      description = "How long it is good for: 90s, 15m, 2h, 7d (default: storage.links.life).")
  private String life;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What the file is saved as (default: after the title).")
  private String name;

  @Option(names = "--save", description = "Browsers save the file instead of showing it.")
  private boolean save;

  @Option(
      names = "--downloads",
      paramLabel = "COUNT",
      description = "How often the file may be fetched (default: any number of times).")
  private Integer downloads;

  @Option(names = "--revoke", paramLabel = "LINK", description = "Ends the link with this id.")
  private String revoked;

  @Mixin private NodeOptions node;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    NodeClient client = node.client();
    PrintWriter out = spec.commandLine().getOut();
    if (revoked != null) {
      if (!revoked.matches("[A-Za-z0-9_-]{1,64}")) {
        throw ServiceFailure.invalid("", "--revoke takes the id of a link, as the list shows it");
      }
      client.ask("DELETE", PATH + "/" + revoked, "");
      out.println("Revoked " + revoked);
    } else if (video == null && material == null) {
      list(client, out);
    } else {
      JsonNode made = client.ask("POST", PATH, wish().toString());
      out.println(client.address(made.path("href").asText()));
    }
    out.flush();
    return 0;
  }

  private ObjectNode wish() {
    ObjectNode wish = RecordJson.wire().createObjectNode();
    put(wish, "video", video);
    put(wish, "material", material);
    put(wish, "file", file);
    put(wish, "fileName", name);
    wish.put("disposition", save ? "ATTACHMENT" : "INLINE");
    if (life != null) {
      wish.put("expiresInSeconds", seconds(life));
    }
    if (downloads != null) {
      wish.put("maxDownloads", downloads);
    }
    return wish;
  }

  private static void put(ObjectNode wish, String field, String value) {
    if (value != null) {
      wish.put(field, value);
    }
  }

  private static long seconds(String text) {
    Matcher time = TIME.matcher(text.strip());
    if (!time.matches()) {
      throw ServiceFailure.invalid("", "--for takes a time such as 90s, 15m, 2h or 7d");
    }
    long unit =
        switch (time.group(2)) {
          case "s" -> 1;
          case "m" -> 60;
          case "h" -> 3_600;
          default -> 86_400;
        };
    return Long.parseLong(time.group(1)) * unit;
  }

  private static void list(NodeClient client, PrintWriter out) throws InterruptedException {
    String next = PATH + "?limit=100";
    boolean any = false;
    while (next != null) {
      JsonNode page = client.ask("GET", next, "");
      for (JsonNode link : page.path("links")) {
        any = true;
        show(link, out);
      }
      next = page.path("next").asText(null);
    }
    if (!any) {
      out.println("There are none.");
    }
  }

  private static void show(JsonNode link, PrintWriter out) {
    out.printf(
        "%s  %s  %s  %s, fetched %d%s times%n",
        link.path("id").asText(),
        link.path("subject").asText(),
        link.path("fileName").asText(),
        link.hasNonNull("revokedAt")
            ? "revoked " + link.path("revokedAt").asText()
            : "until " + link.path("expiresAt").asText(),
        link.path("downloads").asInt(),
        link.hasNonNull("maxDownloads") ? " of " + link.path("maxDownloads").asInt() : "");
  }
}
