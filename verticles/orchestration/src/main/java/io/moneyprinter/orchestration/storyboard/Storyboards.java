package io.moneyprinter.orchestration.storyboard;

import io.moneyprinter.codecs.storyboard.StoryboardMessages;
import io.moneyprinter.orchestration.run.Orchestration;
import io.moneyprinter.orchestration.state.ContentStore;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.service.ServiceScope;
import io.vertx.core.eventbus.EventBus;

/** The components of storyboards, wired together. */
public final class Storyboards {
  private final StoryboardDesk desk;
  private final StoryboardRender render;

  public Storyboards(Database database, EventBus bus, Orchestration parts) {
    StoryboardStore store = new StoryboardStore();
    desk = new StoryboardDesk(database, parts.views(), new ContentStore(), store);
    render = new StoryboardRender(bus, desk, store, parts.commands(), parts.plan());
  }

  public void serve(ServiceScope scope) {
    scope.serve(StoryboardMessages.GET, desk::get);
    scope.serve(StoryboardMessages.PUT, desk::put);
    scope.serve(StoryboardMessages.RENDER, render::render);
  }
}
