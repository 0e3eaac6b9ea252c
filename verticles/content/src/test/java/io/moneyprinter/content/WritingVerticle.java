package io.moneyprinter.content;

import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.service.ServiceScope;
import io.moneyprinter.platform.service.ServiceVerticle;
import io.vertx.core.Future;

/** The writing alone, which keeps no records and so needs no database. */
final class WritingVerticle extends ServiceVerticle {
  private final ContentConfig config;

  WritingVerticle(ContentConfig config, Node node) {
    super("content", node);
    this.config = config;
  }

  @Override
  protected Future<?> open(ServiceScope scope) {
    return new Writing(config).open(scope);
  }
}
