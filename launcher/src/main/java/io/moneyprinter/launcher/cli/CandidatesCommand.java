package io.moneyprinter.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moneyprinter candidates}. */
@Command(
    name = "candidates",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what was looked at for each scene of a video of a running node: the pictures and clips,",
      "how well each fits (0 to 1), and why. The one that is shown has a star. To show another one,",
      "write its key into the brief and make the video again:",
      "  materials: {picks: {2: 'pexels:857195'}}"
    },
    footer = {
      "",
      "Examples:",
      "  moneyprinter candidates 0b6c9f3e-5d0e-4a53-9f6f-0d3a8f3c2b11",
      "  moneyprinter candidates 0b6c9f3e-5d0e-4a53-9f6f-0d3a8f3c2b11 --scene 2"
    })
public final class CandidatesCommand implements Callable<Integer> {
  @Parameters(paramLabel = "VIDEO", description = "Id of the video.")
  private String video;

  @Option(names = "--scene", paramLabel = "N", description = "Only this scene, from 0.")
  private Integer scene;

  @Mixin private NodeOptions node;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    JsonNode found = node.client().ask("GET", "/v1/videos/" + video + "/candidates", "");
    PrintWriter out = spec.commandLine().getOut();
    boolean any = false;
    for (JsonNode one : found.path("scenes")) {
      if (scene == null || scene == one.path("scene").asInt()) {
        any = true;
        show(one, out);
      }
    }
    if (!any) {
      out.println("Nothing was looked at: its pictures are drawn, or are not chosen yet.");
    }
    out.flush();
    return 0;
  }

  private static void show(JsonNode scene, PrintWriter out) {
    out.println("Scene " + scene.path("scene").asInt());
    for (JsonNode one : scene.path("candidates")) {
      List<String> reasons = new ArrayList<>();
      one.path("reasons").forEach(reason -> reasons.add(reason.asText()));
      out.printf(
          Locale.ROOT,
          "  %s %.2f  %s  %s%n          %s%n",
          one.path("chosen").asBoolean() ? "*" : " ",
          one.path("score").asDouble(),
          one.path("key").asText(),
          one.path("candidate").path("title").asText(""),
          String.join("; ", reasons));
    }
  }
}
