package io.moneyprinter.gateway.events;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.GetJob;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.users.Caller;
import io.moneyprinter.gateway.http.Json;
import io.moneyprinter.gateway.http.JsonBody;
import io.moneyprinter.gateway.http.ProblemType;
import io.moneyprinter.gateway.http.Query;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One open socket and the jobs it follows. */
final class EventSocket {
  private static final short POLICY = 1008;
  private static final JsonBody<SocketRequest> REQUESTS =
      new JsonBody<>(SocketRequest.class, Map.of());

  private final Vertx vertx;
  private final EventHub hub;
  private final ServerWebSocket socket;
  private final CallContext caller;
  private final SocketLimits limits;
  private final Runnable breach;
  private final SocketWatch watch;
  private final MessageCount messages;
  private final MissedNotices missed;

  private final Map<String, Subscription> followed = new HashMap<>();

  private int unanswered;
  private long pinger;

  /**
   * @param breach told when the other side breaks the rules, or asks for what is not its own
   */
  EventSocket(
      Vertx vertx,
      EventHub hub,
      ServerWebSocket socket,
      Caller who,
      CallContext caller,
      SocketLimits limits,
      Runnable breach) {
    this.breach = breach;
    this.vertx = vertx;
    this.hub = hub;
    this.socket = socket;
    this.caller = caller;
    this.limits = limits;
    this.messages = new MessageCount(limits.messages());
    this.watch = new SocketWatch(who, this::send);
    this.missed = new MissedNotices(vertx.eventBus());
  }

  /** What it watches beside single jobs. */
  SocketWatch watch() {
    return watch;
  }

  void open() {
    pinger = vertx.setPeriodic(limits.heartbeat().toMillis(), now -> ping());
    socket.pongHandler(pong -> unanswered = 0);
    socket.drainHandler(
        drained ->
            List.copyOf(followed.values()).forEach(one -> one.feed.ifPresent(JobFeed::catchUp)));
    socket.exceptionHandler(broken -> close());
    socket.textMessageHandler(this::hear);
    socket.binaryMessageHandler(bytes -> socket.close(POLICY, "Send text messages"));
  }

  private void ping() {
    if (unanswered++ >= 2) {
      socket.close(POLICY, "No pong");
    } else {
      socket.writePing(Buffer.buffer());
    }
  }

  private void hear(String text) {
    if (messages.tooMany()) {
      breach.run();
      socket.close(POLICY, "Too many messages");
      return;
    }
    try {
      SocketRequest request = REQUESTS.read(Buffer.buffer(text));
      if (request.subscribe() != null) {
        subscribe(request.subscribe(), request.after() == null ? 0 : request.after());
      } else if (request.unsubscribe() != null) {
        unsubscribe(request.unsubscribe());
      } else if (request.watch() != null) {
        watch.begin(request.watch(), request.prefix());
        if (request.watch() == SocketWatch.Subject.NOTICES) {
          missed.send(caller, watch);
        }
      } else if (request.unwatch() != null) {
        watch.end(request.unwatch());
      } else {
        throw ServiceFailure.invalid("", "Send {\"subscribe\":\"<id of a video>\"}");
      }
    } catch (ServiceFailure refused) {
      refuse(null, refused);
    }
  }

  private void subscribe(String job, long after) {
    try {
      check(job, after);
    } catch (ServiceFailure refused) {
      refuse(job, refused);
      return;
    }
    Subscription subscription = new Subscription(job);
    followed.put(job, subscription);
    OrchestrationMessages.GET_JOB
        .ask(vertx.eventBus(), new GetJob(job), caller)
        .onSuccess(
            found -> {
              // The job may have been let go and asked for anew while it was being looked up.
              if (followed.get(job) == subscription) {
                follow(subscription, after, JobEnd.of(found, Instant.now()));
              }
            })
        .onFailure(
            refused -> {
              followed.remove(job, subscription);
              refuse(job, ServiceFailure.from(refused));
            });
  }

  private void check(String job, long after) {
    if (!Query.isId(job)) {
      throw ServiceFailure.notFound("There is no video with this id");
    }
    if (after < 0) {
      throw Query.wrong("after", "must not be negative");
    }
    if (followed.containsKey(job)) {
      throw ServiceFailure.conflict("This socket follows that video already");
    }
    if (followed.size() >= limits.subscriptions()) {
      throw ServiceFailure.conflict(
          "One socket follows at most " + limits.subscriptions() + " videos");
    }
    hub.requireRoom();
  }

  private void follow(Subscription subscription, long after, JobEnd end) {
    send(SocketMessage.subscribed(subscription.job));
    JobFeed feed = hub.follow(subscription.job, after, end, caller, subscription);
    subscription.feed = Optional.of(feed);
    feed.catchUp();
  }

  private void unsubscribe(String job) {
    Subscription subscription = followed.remove(job);
    if (subscription != null) {
      subscription.feed.ifPresent(hub::forget);
      send(SocketMessage.ended(job));
    }
  }

  private void refuse(String job, ServiceFailure failure) {
    if (failure.code() == FailureCode.NOT_FOUND) {
      breach.run();
    }
    send(
        SocketMessage.refused(
            new SocketMessage.Refused(
                job, ProblemType.of(failure.code()).urn(), failure.getMessage())));
  }

  private void send(SocketMessage message) {
    if (!socket.isClosed()) {
      socket.writeTextMessage(Json.line(message));
    }
  }

  void close() {
    vertx.cancelTimer(pinger);
    followed.values().forEach(one -> one.feed.ifPresent(hub::forget));
    followed.clear();
  }

  /** One job of this socket; life and leave are shown by the socket as a whole. */
  private final class Subscription implements EventSink {
    private final String job;

    /** Empty while the job is being looked up. */
    private Optional<JobFeed> feed = Optional.empty();

    Subscription(String job) {
      this.job = job;
    }

    @Override
    public boolean full() {
      return socket.writeQueueFull();
    }

    @Override
    public void event(JobEvent event) {
      send(SocketMessage.event(event));
    }

    @Override
    public void ended() {
      unsubscribe(job);
    }
  }
}
