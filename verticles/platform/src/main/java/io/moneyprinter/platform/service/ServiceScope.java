package io.moneyprinter.platform.service;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.bus.Task;
import io.moneyprinter.codecs.bus.Topic;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.tasks.DirectTask;
import io.moneyprinter.platform.tasks.TaskHandler;
import io.moneyprinter.platform.tasks.TaskSlots;
import io.moneyprinter.platform.tasks.TaskWork;
import io.moneyprinter.platform.tasks.TaskWorker;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageConsumer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a service opens while it starts, and all of which is undone, last first, when it stops or
 * when its start fails.
 */
public final class ServiceScope {
  private final String name;
  private final Node node;
  private final List<Future<?>> registrations = new ArrayList<>();
  private final List<Runnable> checks = new ArrayList<>();
  private final Deque<Supplier<Future<?>>> closings = new ArrayDeque<>();
  private final Map<String, Map<String, TaskWork<?, ?>>> works = new HashMap<>();
  private final InstanceGauges gauges;
  private TaskSlots slots;

  ServiceScope(String name, Node node) {
    this.name = name;
    this.node = node;
    this.slots = node.slots();
    this.gauges = new InstanceGauges(name, node.vertx(), node.meters());
  }

  /** The node that the service runs on. */
  public Node node() {
    return node;
  }

  public Vertx vertx() {
    return node.vertx();
  }

  public EventBus bus() {
    return node.vertx().eventBus();
  }

  /** Where gauges of this instance are registered. */
  public InstanceGauges gauges() {
    return gauges;
  }

  /** Answers an endpoint. */
  public <Q extends Record, R extends Record> void serve(
      Endpoint<Q, R> endpoint, Function<Q, Future<R>> handler) {
    keep(endpoint.serve(bus(), handler));
  }

  /** Carries out a task, both from the durable queue and when asked directly. */
  public <Q extends Record, R extends Record> void work(
      Task<Q, R> task, TaskHandler<Q, R> handler) {
    keep(DirectTask.serve(vertx(), task, handler));
    works
        .computeIfAbsent(task.queue(), queue -> new HashMap<>())
        .put(task.address(), new TaskWork<>(task, handler));
  }

  /**
   * Lets more encoders run at once than the node's settings say, on graphics processors; the
   * service itself sees to it that no two want the same place.
   */
  public void accelerate(int places) {
    slots = slots.accelerated(places);
  }

  /** Hears a topic. */
  public <E extends Record> void listen(Topic<E> topic, Consumer<E> listener) {
    keep(topic.subscribe(bus(), listener));
  }

  /** Adds a health check of this service; a failed future is unhealthy, its message the reason. */
  public void health(String check, Supplier<Future<?>> probe) {
    checks.add(node.health().register(name, check, probe));
  }

  /** Registers something to be closed; closed in the reverse order of registration. */
  public void onClose(Supplier<Future<?>> close) {
    closings.push(close);
  }

  /** Opens this service's own database, migrated, with a health check. */
  public Future<Database> database() {
    return node.databases()
        .open(name)
        .onSuccess(
            database -> {
              onClose(database::close);
              health("database", database::ping);
            });
  }

  /** The context of work that the service does on its own account. */
  public CallContext system() {
    return CallContext.system(CallContext.LOCAL_TENANT);
  }

  private void keep(MessageConsumer<?> consumer) {
    registrations.add(consumer.completion());
    onClose(consumer::unregister);
  }

  /** Awaits all registrations, then begins to take work. */
  Future<Void> settle() {
    return Future.all(registrations)
        .compose(registered -> Future.all(works.keySet().stream().map(this::startWorker).toList()))
        .mapEmpty();
  }

  private Future<Void> startWorker(String queue) {
    TaskWorker worker = new TaskWorker(vertx(), node.info().id(), queue, works.get(queue));
    Supplier<Future<Void>> stop = node.drain().add(worker::stop);
    onClose(() -> stop.get().onComplete(done -> node.drain().remove(stop)));
    return worker.start(node.tasks(), slots, node.resources());
  }

  Future<Void> close() {
    checks.forEach(Runnable::run);
    checks.clear();
    Future<Void> closed = Future.succeededFuture();
    while (!closings.isEmpty()) {
      Supplier<Future<?>> next = closings.pop();
      closed = closed.eventually(next::get).mapEmpty();
    }
    return closed.onComplete(done -> gauges.close());
  }
}
