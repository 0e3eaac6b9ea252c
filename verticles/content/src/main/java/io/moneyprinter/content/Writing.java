package io.moneyprinter.content;

import io.moneyprinter.codecs.content.ContentMessages;
import io.moneyprinter.codecs.content.WriteScript;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.content.metadata.MetadataWriter;
import io.moneyprinter.content.model.Models;
import io.moneyprinter.content.script.GivenLength;
import io.moneyprinter.content.script.MeasuredSpeech;
import io.moneyprinter.content.script.ModelScripts;
import io.moneyprinter.content.script.Prompts;
import io.moneyprinter.content.script.SceneRewriter;
import io.moneyprinter.content.script.ScriptMemory;
import io.moneyprinter.content.script.ScriptTranslator;
import io.moneyprinter.content.source.SourceReader;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.service.ServiceScope;
import io.vertx.core.Future;

/** The writing of scripts, and of what stands with videos. */
final class Writing {
  private final ContentConfig config;

  Writing(ContentConfig config) {
    this.config = config;
  }

  /** Takes the tasks when the future succeeds. */
  Future<?> open(ServiceScope scope) {
    Node node = scope.node();
    Models models = new Models(node.vertx(), node.meters(), config.llm());
    scope.onClose(
        () -> {
          models.close();
          return Future.succeededFuture();
        });
    SourceReader sources = new SourceReader(node.vertx(), node.pools(), config.sources());
    scope.onClose(sources::close);
    return node.pools()
        .run(Pool.MEDIA, () -> new Prompts(config.prompts()))
        .map(
            prompts -> {
              ScriptMemory memory = new ScriptMemory(node.vertx(), node.blobs());
              MeasuredSpeech lengths = new MeasuredSpeech(scope.bus());
              ModelScripts scripts =
                  new ModelScripts(models, memory, prompts, config.topicLength(), lengths);
              ScriptWriter writer =
                  new ScriptWriter(
                      node.pools(),
                      scripts,
                      sources,
                      new GivenLength(lengths),
                      new ScriptTranslator(models, memory, prompts));
              MetadataWriter metadata = new MetadataWriter(node.pools(), models, prompts);
              scope.work(
                  ContentMessages.WRITE_SCRIPT,
                  (request, task) ->
                      writer
                          .write(request, task)
                          .compose(script -> metadata.onto(script, request.brief(), task)));
              scope.work(
                  ContentMessages.WRITE_METADATA,
                  (request, task) -> {
                    VideoBrief brief = request.brief();
                    return request.script() == null
                        ? writer
                            .write(new WriteScript(brief), task)
                            .compose(script -> metadata.write(script, brief, task))
                        : metadata.write(request.script(), brief, task);
                  });
              SceneRewriter rewriter = new SceneRewriter(models, prompts);
              scope.work(ContentMessages.REWRITE_SCENE, rewriter::rewrite);
              scope.serve(
                  ContentMessages.WRITERS, wish -> Future.succeededFuture(models.writers()));
              return null;
            });
  }
}
