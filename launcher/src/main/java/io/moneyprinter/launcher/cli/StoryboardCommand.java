package io.moneyprinter.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.launcher.client.Address;
import io.moneyprinter.launcher.client.NodeClient;
import io.moneyprinter.launcher.storyboard.BoardEdit;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moneyprinter storyboard}. */
@Command(
    name = "storyboard",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Shows and changes the scenes of a video of a running node, tries single ones out, and has the"
            + " video made. A scene is named by its id or by its number, from 1.",
    subcommands = StoryboardEditCommand.class,
    footer = {
      "",
      "Examples:",
      "  moneyprinter storyboard show VIDEO",
      "  moneyprinter storyboard edit VIDEO 2 --narration \"Pour.\"",
      "  moneyprinter storyboard split VIDEO 2 --after \"the pot.\"",
      "  moneyprinter storyboard render VIDEO"
    })
public final class StoryboardCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  static String path(String video) {
    return "/v1/videos/" + Address.part(video) + "/storyboard";
  }

  /** Reads it, changes it, and sends it unless somebody else changed it meanwhile. */
  static JsonNode change(NodeClient client, String video, Consumer<BoardEdit> edit)
      throws InterruptedException {
    JsonNode shown = client.ask("GET", path(video), "");
    BoardEdit board = new BoardEdit(shown);
    edit.accept(board);
    return client.ask("PUT", path(video), board.body(), version(shown));
  }

  private static Map<String, String> version(JsonNode shown) {
    return Map.of("If-Match", '"' + shown.path("version").asText() + '"');
  }

  @Command(mixinStandardHelpOptions = true, description = "Shows the scenes.")
  int show(
      @Parameters(paramLabel = "VIDEO") String video,
      @Option(names = "--json", description = "As the API gives it") boolean json,
      @Mixin NodeOptions node)
      throws InterruptedException {
    JsonNode board = node.client().ask("GET", path(video), "");
    if (json) {
      return print(board.toPrettyString());
    }
    return print(board);
  }

  @Command(mixinStandardHelpOptions = true, description = "Cuts a scene in two.")
  int split(
      @Parameters(paramLabel = "VIDEO") String video,
      @Parameters(paramLabel = "SCENE") String scene,
      @Option(
              names = "--after",
              required = true,
              paramLabel = "WORDS",
              description = "The last words of the first part")
          String words,
      @Mixin NodeOptions node)
      throws InterruptedException {
    return print(change(node.client(), video, board -> board.split(scene, words)));
  }

  @Command(mixinStandardHelpOptions = true, description = "Joins a scene with the next one.")
  int merge(
      @Parameters(paramLabel = "VIDEO") String video,
      @Parameters(paramLabel = "SCENE") String scene,
      @Mixin NodeOptions node)
      throws InterruptedException {
    return print(change(node.client(), video, board -> board.merge(scene)));
  }

  @Command(mixinStandardHelpOptions = true, description = "Puts a scene at another place.")
  int move(
      @Parameters(paramLabel = "VIDEO") String video,
      @Parameters(paramLabel = "SCENE") String scene,
      @Parameters(paramLabel = "PLACE", description = "From 1") int place,
      @Mixin NodeOptions node)
      throws InterruptedException {
    return print(change(node.client(), video, board -> board.move(scene, place)));
  }

  @Command(mixinStandardHelpOptions = true, description = "Takes a scene out.")
  int remove(
      @Parameters(paramLabel = "VIDEO") String video,
      @Parameters(paramLabel = "SCENE") String scene,
      @Mixin NodeOptions node)
      throws InterruptedException {
    return print(change(node.client(), video, board -> board.remove(scene)));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Agrees to it where the video waits for that; makes a new video otherwise.")
  int render(@Parameters(paramLabel = "VIDEO") String video, @Mixin NodeOptions node)
      throws InterruptedException {
    NodeClient client = node.client();
    JsonNode shown = client.ask("GET", path(video), "");
    JsonNode job = client.ask("POST", path(video) + "/render", "{}", version(shown));
    return print(job.path("id").asText());
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Speaks a scene as the video would, into a file. A voice may cost something.")
  int speak(
      @Parameters(paramLabel = "VIDEO") String video,
      @Parameters(paramLabel = "SCENE") String scene,
      @Option(names = "--out", defaultValue = "scene.wav", paramLabel = "FILE") Path out,
      @Mixin NodeOptions node)
      throws InterruptedException {
    NodeClient client = node.client();
    client.fetch("POST", path(video) + "/speak", wish(client, video, scene, ""), out);
    return print(out.toString());
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Looks for what a scene could show. Take one by: edit VIDEO SCENE --pick KEY")
  int clips(
      @Parameters(paramLabel = "VIDEO") String video,
      @Parameters(paramLabel = "SCENE") String scene,
      @Parameters(arity = "0..1", paramLabel = "WORDS", description = "What to look for instead")
          String words,
      @Mixin NodeOptions node)
      throws InterruptedException {
    NodeClient client = node.client();
    String query = words == null ? "" : ",\"query\":" + CliJson.text(words);
    JsonNode found = client.ask("POST", path(video) + "/clips", wish(client, video, scene, query));
    PrintWriter out = spec.commandLine().getOut();
    StoryboardText.clips(out, found);
    out.flush();
    return 0;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Has a language model say a scene otherwise; shows it and changes nothing.")
  int rewrite(
      @Parameters(paramLabel = "VIDEO") String video,
      @Parameters(paramLabel = "SCENE") String scene,
      @Parameters(paramLabel = "WISH", description = "Such as: shorter") String wish,
      @Mixin NodeOptions node)
      throws InterruptedException {
    NodeClient client = node.client();
    String more = ",\"wish\":" + CliJson.text(wish);
    return print(
        client
            .ask("POST", path(video) + "/rewrite", wish(client, video, scene, more))
            .path("narration")
            .asText());
  }

  private static String wish(NodeClient client, String video, String scene, String more)
      throws InterruptedException {
    BoardEdit board = new BoardEdit(client.ask("GET", path(video), ""));
    return "{\"scene\":" + CliJson.text(board.id(scene)) + more + "}";
  }

  private int print(JsonNode board) {
    PrintWriter out = spec.commandLine().getOut();
    StoryboardText.board(out, board);
    out.flush();
    return 0;
  }

  private int print(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
    return 0;
  }
}
