package io.moneyprinter.launcher.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.content.ContentMessages;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.content.WriteScript;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.launcher.make.BriefFile;
import io.moneyprinter.launcher.make.BriefOptions;
import io.moneyprinter.launcher.make.ScriptText;
import io.moneyprinter.launcher.node.RunningNode;
import io.moneyprinter.launcher.settings.Installation;
import io.vertx.core.eventbus.EventBus;
import java.io.PrintWriter;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code moneyprinter script}. */
@Command(
    name = "script",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Writes the script of a video, with titles and captions for where it is shown, and makes no",
      "video of it."
    },
    footer = {
      "",
      "Examples:",
      "  moneyprinter script --topic \"Why cats purr\" --seconds 40",
      "  moneyprinter script conf/examples/topic.yaml --json > script.json"
    })
public final class ScriptCommand implements Callable<Integer> {
  /** Not the system: caps on what may be spent hold. */
  private static final String SUBJECT = "script";

  private static final long MINUTES = 6;

  @Mixin private BriefOptions brief = new BriefOptions();

  @Option(names = "--json", description = "As POST /v1/scripts answers it")
  private boolean json;

  @Mixin private InstallationOptions options = new InstallationOptions();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws TimeoutException, JsonProcessingException {
    BriefFile.Content content = brief.read();
    Installation installation = options.read();
    LogSetup.toFile(
        installation.config().logging(), installation.data().resolve("logs/script.log"));
    // The voices measure how long it is, and the orchestration keeps the books.
    Set<String> roles = Set.of("storage", "content", "speech", "orchestration");
    try (RunningNode node = RunningNode.start(installation, roles)) {
      EventBus bus = node.vertx().eventBus();
      CallContext caller =
          new CallContext(UUID.randomUUID().toString(), CallContext.LOCAL_TENANT, SUBJECT, null);
      Script script =
          brief
              .filled(content, bus, caller)
              .map(whole -> written(whole.brief()))
              .compose(
                  whole -> ContentMessages.WRITE_SCRIPT.ask(bus, new WriteScript(whole), caller))
              .await(MINUTES, TimeUnit.MINUTES);
      PrintWriter out = spec.commandLine().getOut();
      out.println(
          json
              ? RecordJson.wire().writerWithDefaultPrettyPrinter().writeValueAsString(script)
              : ScriptText.of(script));
      if (!json) {
        script.notes().forEach(out::println);
      }
      out.flush();
    }
    return 0;
  }

  private static VideoBrief written(VideoBrief brief) {
    if (brief.timeline() != null) {
      throw ServiceFailure.invalid(
          "/timeline", "has no script: give a topic, script, scenes or source instead");
    }
    return brief;
  }
}
