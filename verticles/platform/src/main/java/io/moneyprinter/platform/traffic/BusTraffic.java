package io.moneyprinter.platform.traffic;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryContext;
import io.vertx.core.eventbus.EventBus;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Counts the messages that this node takes in, by who sends them: each message says in its headers
 * from which node and service it comes. Replies are not counted; they go the way back. Safe to use
 * from any thread.
 */
public final class BusTraffic {
  /** The sender of what no service sends, such as a timer of the node itself. */
  public static final String NO_SERVICE = "node";

  private static final String FROM_NODE = "from-node";
  private static final String FROM_SERVICE = "from-service";

  /** Addresses that Vert.x makes up for replies and connections. */
  private static final String OWN_OF_VERTX = "__vertx.";

  /**
   * Addresses may end with the id of what they belong to, each of which would be one of its own.
   */
  private static final Pattern ID =
      Pattern.compile("\\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$");

  /**
   * Ways that are kept apart; a message that would begin another one is counted in the sum only.
   */
  private static final int MOST_WAYS = 4_000;

  /** Below this many a second a way is shown no more; after a while without any it is forgotten. */
  private static final double FAINT = 0.01;

  /**
   * Messages of one sender to one address.
   *
   * @param perSecond over about the last five seconds
   */
  public record Way(String fromNode, String fromService, String address, double perSecond) {
    /** The service that answers there. */
    public String toService() {
      int dot = address.indexOf('.');
      return dot < 0 ? address : address.substring(0, dot);
    }
  }

  private record Key(String node, String service, String address) {}

  private final EventBus bus;
  private final String node;
  private final Function<String, String> services;
  private final Map<Key, TrafficRate> ways = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> totals = new ConcurrentHashMap<>();
  private final LongAdder all = new LongAdder();
  private final Handler<DeliveryContext<Object>> outbound = this::sent;
  private final Handler<DeliveryContext<Object>> inbound = this::received;
  private long ticked = System.nanoTime();

  private BusTraffic(EventBus bus, String node, Function<String, String> services) {
    this.bus = bus;
    this.node = node;
    this.services = services;
  }

  /**
   * Begins to count.
   *
   * @param node id of this node
   * @param services name of the service that a deployment is of; {@code null} for one of none
   */
  public static BusTraffic watch(EventBus bus, String node, Function<String, String> services) {
    BusTraffic traffic = new BusTraffic(bus, node, services);
    bus.addOutboundInterceptor(traffic.outbound);
    bus.addInboundInterceptor(traffic.inbound);
    return traffic;
  }

  private void sent(DeliveryContext<Object> delivery) {
    if (!delivery.message().address().startsWith(OWN_OF_VERTX)) {
      delivery.message().headers().set(FROM_NODE, node).set(FROM_SERVICE, here());
    }
    delivery.next();
  }

  private String here() {
    Context context = Vertx.currentContext();
    String deployment = context == null ? null : context.deploymentID();
    String service = deployment == null ? null : services.apply(deployment);
    return service == null ? NO_SERVICE : service;
  }

  private void received(DeliveryContext<Object> delivery) {
    String address = delivery.message().address();
    if (!address.startsWith(OWN_OF_VERTX)) {
      all.increment();
      String from = delivery.message().headers().get(FROM_NODE);
      String service = delivery.message().headers().get(FROM_SERVICE);
      String lasting = ID.matcher(address).replaceFirst("");
      counted(totals, lasting, LongAdder::new).ifPresent(LongAdder::increment);
      Key key =
          new Key(from == null ? node : from, service == null ? NO_SERVICE : service, lasting);
      counted(ways, key, TrafficRate::new).ifPresent(TrafficRate::count);
    }
    delivery.next();
  }

  /** Messages taken in since the node began. */
  public long total() {
    return all.sum();
  }

  /** The same at one address. */
  public long total(String address) {
    LongAdder own = totals.get(address);
    return own == null ? 0 : own.sum();
  }

  private static <K, C> Optional<C> counted(Map<K, C> all, K key, Supplier<C> fresh) {
    C known = all.get(key);
    return known != null || all.size() >= MOST_WAYS
        ? Optional.ofNullable(known)
        : Optional.of(all.computeIfAbsent(key, missing -> fresh.get()));
  }

  /**
   * The ways that are in use, the busiest first. To be asked at regular intervals, by one asker.
   */
  public synchronized List<Way> tick() {
    long now = System.nanoTime();
    double seconds = Math.max(1e-3, (now - ticked) / 1e9);
    ticked = now;
    List<Way> rates =
        ways.entrySet().stream()
            .map(
                way ->
                    new Way(
                        way.getKey().node(),
                        way.getKey().service(),
                        way.getKey().address(),
                        way.getValue().tick(seconds)))
            .toList();
    rates.stream()
        .filter(way -> way.perSecond() < FAINT / 1_000)
        .forEach(way -> ways.remove(new Key(way.fromNode(), way.fromService(), way.address())));
    return rates.stream()
        .filter(way -> way.perSecond() >= FAINT)
        .sorted(Comparator.comparingDouble(Way::perSecond).reversed())
        .toList();
  }

  /** Counts no more. */
  public void close() {
    bus.removeOutboundInterceptor(outbound);
    bus.removeInboundInterceptor(inbound);
  }
}
