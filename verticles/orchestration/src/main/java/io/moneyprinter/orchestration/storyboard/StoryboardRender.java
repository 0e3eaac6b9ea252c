package io.moneyprinter.orchestration.storyboard;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.materials.ListCandidates;
import io.moneyprinter.codecs.materials.MaterialsMessages;
import io.moneyprinter.codecs.materials.RankedCandidate;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.storyboard.RenderStoryboard;
import io.moneyprinter.codecs.storyboard.StoryboardScene;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.orchestration.run.JobCommands;
import io.moneyprinter.orchestration.run.NewPlan;
import io.moneyprinter.orchestration.state.JobChange;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes videos of storyboards. */
public final class StoryboardRender {
  private final EventBus bus;
  private final StoryboardDesk desk;
  private final StoryboardStore store;
  private final JobCommands commands;
  private final NewPlan plan;

  StoryboardRender(
      EventBus bus,
      StoryboardDesk desk,
      StoryboardStore store,
      JobCommands commands,
      NewPlan plan) {
    this.bus = bus;
    this.desk = desk;
    this.store = store;
    this.commands = commands;
    this.plan = plan;
  }

  /**
   * Goes on with the video where it waits for its owner, who agrees by this; else orders a new one.
   * Once only, however often a version is sent.
   */
  public Future<Job> render(RenderStoryboard wish) {
    return desk.applied(wish.jobId(), wish.expected())
        .compose(
            done ->
                done.isPresent()
                    ? Future.succeededFuture(done.get())
                    : desk.open(wish.jobId()).compose(open -> render(wish, open)));
  }

  private Future<Job> render(RenderStoryboard wish, StoryboardDesk.Open open) {
    open.expect(wish.expected());
    return candidates(open.made().job())
        .map(known -> StoryboardBrief.of(open.made(), open.title(), open.scenes(), known))
        .compose(
            brief ->
                StoryboardDesk.awaited(open.made().job())
                    ? goOn(open, brief)
                    : commands.again(
                        open.made().job(), brief, wish.idempotencyKey(), wish.priority()));
  }

  private Future<Set<String>> candidates(Job job) {
    return MaterialsMessages.CANDIDATES
        .ask(bus, new ListCandidates(job.id()), CallContext.currentOrSystem())
        .map(
            found ->
                found.scenes().stream()
                    .flatMap(scene -> scene.candidates().stream())
                    .map(RankedCandidate::key)
                    .collect(Collectors.toUnmodifiableSet()));
  }

  private Future<Job> goOn(StoryboardDesk.Open open, VideoBrief brief) {
    boolean asMade = open.saved().isEmpty() || open.scenes().equals(open.made().storyboard());
    boolean renamed = !open.title().equals(open.made().script().title());
    return asMade && !renamed
        ? plan.agree(open.made().job().id())
        : plan.follow(open.made().job().id(), brief, change -> settle(change, open));
  }

  /** The scenes of the video are those of the storyboard from here on. */
  private Future<?> settle(JobChange change, StoryboardDesk.Open seen) {
    UUID id = change.job().id();
    return store
        .find(change.connection(), id)
        .compose(
            saved -> {
              new StoryboardDesk.Open(seen.made(), saved).expect(seen.version());
              return store.save(
                  change.connection(),
                  id,
                  seen.version() + 1,
                  seen.title(),
                  renumbered(seen.scenes()),
                  CallContext.currentOrSystem().subject());
            })
        .compose(saved -> store.applied(change.connection(), id, seen.version()));
  }

  private static List<StoryboardScene> renumbered(List<StoryboardScene> scenes) {
    List<StoryboardScene> renumbered = new ArrayList<>();
    for (StoryboardScene scene : scenes) {
      renumbered.add(scene.from(renumbered.size()));
    }
    return renumbered;
  }
}
