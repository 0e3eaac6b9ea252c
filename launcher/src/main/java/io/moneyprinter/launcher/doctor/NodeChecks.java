package io.moneyprinter.launcher.doctor;

import io.moneyprinter.codecs.materials.ListSources;
import io.moneyprinter.codecs.materials.MaterialsMessages;
import io.moneyprinter.codecs.materials.SourceList;
import io.moneyprinter.codecs.speech.ListProviders;
import io.moneyprinter.codecs.speech.ListVoices;
import io.moneyprinter.codecs.speech.ProviderList;
import io.moneyprinter.codecs.speech.SpeechMessages;
import io.moneyprinter.codecs.video.Capabilities;
import io.moneyprinter.codecs.video.ListCapabilities;
import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.launcher.node.RunningNode;
import io.moneyprinter.launcher.settings.QueueConfig;
import io.moneyprinter.platform.health.HealthReport;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What only a running node can tell. */
public final class NodeChecks {
  private static final long SECONDS = 60;
  private static final int FEW = 6;
  private static final int MANY = 100;

  private final RunningNode node;
  private final QueueConfig queue;

  public NodeChecks(RunningNode node, QueueConfig queue) {
    this.node = node;
    this.queue = queue;
  }

  public List<Check> run() throws TimeoutException {
    List<Check> checks = new ArrayList<>();
    health(checks);
    deadLetters(checks);
    encoders(checks);
    voices(checks);
    voiceProviders(checks);
    pictureSources(checks);
    return checks;
  }

  private void health(List<Check> checks) throws TimeoutException {
    HealthReport report = await(node.node().health().report());
    report
        .checks()
        .forEach(
            (name, outcome) ->
                checks.add(
                    outcome.equals("ok")
                        ? Check.good("Service", name)
                        : Check.bad("Service", name + ": " + outcome, "See the log")));
  }

  private void deadLetters(List<Check> checks) throws TimeoutException {
    int count = await(node.node().tasks().deadLetters().list(MANY)).size();
    String name =
        switch (queue.mode()) {
          case POSTGRES -> "PostgreSQL";
          case RABBITMQ -> "RabbitMQ at " + queue.rabbitOptions();
        };
    checks.add(
        count == 0
            ? Check.good("Queue", name + ", no dead letters")
            : Check.note(
                "Queue",
                name + ", " + count + (count == MANY ? " dead letters or more" : " dead letters"),
                "'moneyprinter dead-letters list' says why; they can be replayed or dropped"));
  }

  private void encoders(List<Check> checks) throws TimeoutException {
    Capabilities found =
        await(VideoMessages.CAPABILITIES.ask(node.vertx().eventBus(), new ListCapabilities()));
    checks.add(Check.good("FFmpeg", found.program()));
    for (Capabilities.Encoder encoder : found.encoders()) {
      checks.add(
          encoder.works()
              ? Check.good("Encoder", encoder.name() + " encoded its trial frames")
              : Check.note(
                  "Encoder",
                  encoder.name() + ": " + encoder.detail(),
                  "Only of interest where the machine has such hardware"));
    }
    found.accelerators().forEach(accelerator -> checks.add(accelerator(accelerator)));
    checks.add(
        found.fonts().isEmpty()
            ? Check.bad("Fonts", "none", "Put a .ttf into the folder of video.fonts")
            : Check.good("Fonts", some(found.fonts())));
  }

  private static Check accelerator(Capabilities.Accelerator found) {
    boolean decode = found.decode().works();
    boolean filter = found.filter().works();
    boolean encode = found.encode().works();
    String text =
        "%s: %s, %s, %s"
            .formatted(
                found.name(),
                decode ? "decodes" : "does not decode",
                filter ? "filters" : "does not filter",
                encode ? "encodes" : "does not encode");
    if (decode && filter && encode) {
      return Check.good("Hardware", text);
    }
    String reason = (!decode ? found.decode() : !filter ? found.filter() : found.encode()).detail();
    return Check.note(
        "Hardware", text + " (" + reason + ")", "Only of interest where the machine has it");
  }

  /** A machine may have hundreds. */
  private static String some(List<String> families) {
    String few = String.join(", ", families.subList(0, Math.min(FEW, families.size())));
    return families.size() + " families: " + few + (families.size() > FEW ? " …" : "");
  }

  private void voices(List<Check> checks) throws TimeoutException {
    int voices =
        await(SpeechMessages.VOICES.ask(node.vertx().eventBus(), new ListVoices(null)))
            .voices()
            .size();
    checks.add(
        voices > 0
            ? Check.good("Voices", voices + "; 'moneyprinter voices' lists them")
            : Check.bad("Voices", "none", "See the log for why no engine started"));
  }

  /** What nobody set up, and nobody need, is told in one line. */
  private void voiceProviders(List<Check> checks) throws TimeoutException {
    List<String> unset = new ArrayList<>();
    for (ProviderList.Provider provider :
        await(SpeechMessages.PROVIDERS.ask(node.vertx().eventBus(), new ListProviders()))
            .providers()) {
      switch (provider.state()) {
        case READY ->
            checks.add(
                Check.good("Voices of", provider.id() + ": " + provider.voices() + " voices"));
        case NOT_SET -> unset.add(provider.id());
        case RESTING, UNAVAILABLE ->
            checks.add(
                Check.note("Voices of", provider.id() + " cannot be had", provider.detail()));
      }
    }
    if (!unset.isEmpty()) {
      checks.add(
          Check.good(
              "Voices of",
              String.join(", ", unset)
                  + ": not set up; 'moneyprinter voices --providers' says how"));
    }
  }

  private void pictureSources(List<Check> checks) throws TimeoutException {
    List<String> asked = new ArrayList<>();
    List<String> named = new ArrayList<>();
    List<String> unset = new ArrayList<>();
    for (SourceList.Source source :
        await(MaterialsMessages.SOURCES.ask(node.vertx().eventBus(), new ListSources()))
            .sources()) {
      switch (source.state()) {
        case READY -> (source.usual() ? asked : named).add(source.name());
        case NOT_SET -> unset.add(source.name());
        case RESTING ->
            checks.add(
                Check.note("Pictures of", source.name() + " cannot be had", source.detail()));
      }
    }
    asked.add("generated");
    checks.add(Check.good("Pictures of", String.join(", ", asked)));
    checks.add(
        Check.good(
            "Pictures of",
            "when named: %s; not set up: %s (docs/materials.md)"
                .formatted(String.join(", ", named), String.join(", ", unset))));
  }

  private static <T> T await(Future<T> future) throws TimeoutException {
    return future.await(SECONDS, TimeUnit.SECONDS);
  }
}
