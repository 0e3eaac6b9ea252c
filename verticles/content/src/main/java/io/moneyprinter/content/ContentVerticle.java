package io.moneyprinter.content;

import io.moneyprinter.content.template.Takeaway;
import io.moneyprinter.content.template.TemplateDesk;
import io.moneyprinter.content.template.TemplateFarewell;
import io.moneyprinter.platform.departures.DepartureLog;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.service.ServiceScope;
import io.moneyprinter.platform.service.ServiceVerticle;
import io.vertx.core.Future;

/** The content service: turns a brief into a script of scenes, and keeps what briefs share. */
public final class ContentVerticle extends ServiceVerticle {
  private final ContentConfig config;

  public ContentVerticle(ContentConfig config, Node node) {
    super("content", node);
    this.config = config;
  }

  @Override
  protected Future<?> open(ServiceScope scope) {
    return Future.all(
        new Writing(config).open(scope),
        scope
            .database()
            .map(
                database -> {
                  Takeaway.serve(scope, database);
                  DepartureLog.follow(scope, database, new TemplateFarewell(database)::forget);
                  return new TemplateDesk(database).serve(scope);
                }));
  }
}
