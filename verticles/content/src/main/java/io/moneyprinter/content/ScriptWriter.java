package io.moneyprinter.content;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.content.ContentMessages;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.content.WriteScript;
import io.moneyprinter.codecs.video.BriefRules;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.content.model.Models;
import io.moneyprinter.content.script.GivenLength;
import io.moneyprinter.content.script.ModelScripts;
import io.moneyprinter.content.script.ScriptOrder;
import io.moneyprinter.content.script.ScriptTranslator;
import io.moneyprinter.content.source.SourceReader;
import io.moneyprinter.content.source.SourceText;
import io.moneyprinter.content.text.OwnText;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.tasks.TaskContext;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Chooses who writes: the user, whose text is only cut, or the language model. */
final class ScriptWriter {
  private static final Duration LIMIT = ContentMessages.WRITE_SCRIPT.timeLimit();

  private final WorkerPools pools;
  private final ModelScripts models;
  private final SourceReader sources;
  private final GivenLength lengths;
  private final ScriptTranslator translator;

  ScriptWriter(
      WorkerPools pools,
      ModelScripts models,
      SourceReader sources,
      GivenLength lengths,
      ScriptTranslator translator) {
    this.pools = pools;
    this.models = models;
    this.sources = sources;
    this.lengths = lengths;
    this.translator = translator;
  }

  Future<Script> write(WriteScript request, TaskContext task) {
    VideoBrief brief = request.brief();
    List<Violation> wrong = BriefRules.violations(brief);
    if (!wrong.isEmpty()) {
      String all = wrong.stream().map(Violation::toString).collect(Collectors.joining("; "));
      return Future.failedFuture(ServiceFailure.invalid(all, wrong));
    }
    return brief.writing().translateTo() == null
        ? written(brief, task)
        : written(brief, task)
            .compose(script -> translator.translate(script, brief, LIMIT, task))
            .compose(script -> lengths.fit(script, brief));
  }

  private Future<Script> written(VideoBrief brief, TaskContext task) {
    if (brief.source() != null) {
      return sources
          .read(brief.source(), brief.language())
          .compose(source -> fromSource(source, brief, task));
    }
    boolean given = brief.script() != null && !brief.script().isBlank();
    if (given && brief.writing().enhances()) {
      return models.write(
          new ScriptOrder(ScriptOrder.Kind.ENHANCE, brief.script(), brief, List.of()), LIMIT, task);
    }
    return given || !brief.scenes().isEmpty()
        ? pools
            .run(Pool.MEDIA, () -> OwnText.script(brief))
            .compose(script -> lengths.fit(script, brief))
        : models.write(
            new ScriptOrder(ScriptOrder.Kind.TOPIC, brief.topic(), brief, List.of()), LIMIT, task);
  }

  /** Without a model the source's own words are spoken, and the job says so. */
  private Future<Script> fromSource(SourceText source, VideoBrief brief, TaskContext task) {
    if (models.any()) {
      return models.write(
          new ScriptOrder(ScriptOrder.Kind.ARTICLE, source.text(), brief, source.provenance()),
          LIMIT,
          task);
    }
    int words = source.text().split("\\s+").length;
    if (words > BriefRules.MAX_WORDS) {
      return Future.failedFuture(
          Models.none(
              "/source",
              "A source of " + words + " words",
              "give the part that matters as script"));
    }
    return pools
        .run(Pool.MEDIA, () -> OwnText.script(brief.but().script(source.text()).build()))
        .map(
            script ->
                new Script(
                    script.title(),
                    script.language(),
                    script.scenes(),
                    "source",
                    0,
                    null,
                    source.provenance(),
                    List.of("No language model is set up: the source is spoken word for word"),
                    null))
        .compose(script -> lengths.fit(script, brief));
  }
}
