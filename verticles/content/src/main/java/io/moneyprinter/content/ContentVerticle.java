package io.moneyprinter.content;

import io.moneyprinter.codecs.content.ContentMessages;
import io.moneyprinter.content.llm.TopicWriter;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.service.ServiceScope;
import io.moneyprinter.platform.service.ServiceVerticle;
import io.vertx.core.Future;

/** The content service: turns a brief into a script of scenes. */
public final class ContentVerticle extends ServiceVerticle {
  private final ContentConfig config;

  public ContentVerticle(ContentConfig config, Node node) {
    super("content", node);
    this.config = config;
  }

  @Override
  protected Future<?> open(ServiceScope scope) {
    Node node = scope.node();
    return node.pools()
        .run(
            Pool.MEDIA,
            () ->
                new TopicWriter(
                    node.vertx(),
                    node.blobs(),
                    config.llm(),
                    config.topicLength(),
                    config.prompts()))
        .onSuccess(
            topics -> {
              scope.onClose(topics::close);
              ScriptWriter writer = new ScriptWriter(node.pools(), topics);
              scope.work(ContentMessages.WRITE_SCRIPT, (request, context) -> writer.write(request));
            });
  }
}
