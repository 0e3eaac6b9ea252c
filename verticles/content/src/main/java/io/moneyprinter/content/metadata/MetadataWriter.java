package io.moneyprinter.content.metadata;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.content.PromptName;
import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.content.SocialPlatform;
import io.moneyprinter.codecs.content.VideoMetadata;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.content.model.AnswerSchema;
import io.moneyprinter.content.model.ChatMessage;
import io.moneyprinter.content.model.ModelAnswer;
import io.moneyprinter.content.model.ModelRequest;
import io.moneyprinter.content.model.Models;
import io.moneyprinter.content.script.Prompts;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.tasks.TaskContext;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes what stands with a video. The platforms that a brief names are written for by a language
 * model where there is one; a video never fails for want of it.
 */
public final class MetadataWriter {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final WorkerPools pools;
  private final Models models;
  private final Prompts prompts;
  private final AnswerSchema schema = AnswerSchema.shipped("metadata");

  public MetadataWriter(WorkerPools pools, Models models, Prompts prompts) {
    this.pools = pools;
    this.models = models;
    this.prompts = prompts;
  }

  /** The script with its metadata. Does not fail: what goes wrong with a model is a note. */
  public Future<Script> onto(Script script, VideoBrief brief, TaskContext task) {
    return write(script, brief, task)
        .map(metadata -> script.with(script.notes(), metadata))
        .recover(
            cause ->
                derived(script, platforms(brief))
                    .map(
                        metadata -> {
                          List<String> notes = new ArrayList<>(script.notes());
                          notes.add(
                              "The titles and captions were derived from the script: "
                                  + ServiceFailure.from(cause).getMessage());
                          return script.with(notes, metadata);
                        }));
  }

  /** The metadata of a script. Fails when platforms are named and the model fails. */
  public Future<VideoMetadata> write(Script script, VideoBrief brief, TaskContext task) {
    List<SocialPlatform> platforms = platforms(brief);
    return brief.writing().platforms().isEmpty() || !models.any()
        ? derived(script, platforms)
        : asked(script, brief, platforms, task);
  }

  private static List<SocialPlatform> platforms(VideoBrief brief) {
    return brief.writing().platforms().isEmpty()
        ? List.of(SocialPlatform.values())
        : brief.writing().platforms().stream().distinct().toList();
  }

  private Future<VideoMetadata> derived(Script script, List<SocialPlatform> platforms) {
    return pools.run(Pool.MEDIA, () -> new DerivedMetadata(script).write(platforms));
  }

  private Future<VideoMetadata> asked(
      Script script, VideoBrief brief, List<SocialPlatform> platforms, TaskContext task) {
    Prompts told = prompts.of(brief);
    List<ChatMessage> messages =
        List.of(
            ChatMessage.system(told.text(PromptName.METADATA_SYSTEM, Map.of())),
            ChatMessage.user(
                told.text(PromptName.METADATA_USER, values(script, brief, platforms))));
    ModelRequest request =
        new ModelRequest(
            messages,
            schema,
            models.config().temperature(),
            models.config().maxTokens(),
            Instant.now().plus(CallContext.currentOrSystem().remaining(LIMIT)),
            null);
    return models
        .session(task.calls(), 0)
        .model()
        .ask(request)
        .compose(answer -> pools.run(Pool.MEDIA, () -> read(script, platforms, answer)));
  }

  private static VideoMetadata read(
      Script script, List<SocialPlatform> platforms, ModelAnswer answer) {
    return new MetadataReader(script)
        .read(answer.text(), platforms, answer.writer())
        .orElseThrow(
            () ->
                ServiceFailure.unavailable(
                    "The language model "
                        + answer.writer()
                        + " gave no usable titles and captions"));
  }

  private static Map<String, String> values(
      Script script, VideoBrief brief, List<SocialPlatform> platforms) {
    String audience = brief.writing().audience();
    return Map.of(
        "title", script.title(),
        "language",
            Locale.forLanguageTag(script.language()).getDisplayName(Locale.ENGLISH)
                + " ("
                + script.language()
                + ")",
        "wishes", audience == null || audience.isBlank() ? "" : "Audience: " + audience + "\n",
        "script", script.scenes().stream().map(Scene::narration).collect(Collectors.joining("\n")),
        "platforms",
            platforms.stream().map(MetadataWriter::limits).collect(Collectors.joining("\n")));
  }

  private static String limits(SocialPlatform platform) {
    return "- %s: title %d, caption %d, description %d, %d hashtags"
        .formatted(
            platform.name().toLowerCase(Locale.ROOT),
            platform.title(),
            platform.caption(),
            platform.description(),
            platform.hashtags());
  }
}
