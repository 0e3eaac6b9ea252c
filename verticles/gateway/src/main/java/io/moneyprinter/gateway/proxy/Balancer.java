package io.moneyprinter.gateway.proxy;

import java.net.InetAddress;
import java.util.Comparator;
import java.util.List;

/** Chooses among servers that may be asked. Of one event loop. */
final class Balancer {
  private final Balance balance;
  private int turn;

  Balancer(Balance balance) {
    this.balance = balance;
  }

  /**
   * @param servers at least one
   */
  Upstream choose(List<Upstream> servers, InetAddress caller) {
    return switch (balance) {
      case ROUND_ROBIN -> servers.get(Math.floorMod(turn++, servers.size()));
      case WEIGHTED -> smooth(servers);
      case LEAST_CONNECTIONS -> leastBusy(servers);
      case ADDRESS_HASH -> highestScore(servers, caller);
    };
  }

  /**
   * Everybody gains its weight, the richest is chosen and pays what all gained together: in
   * proportion, and without runs of the same one (the smooth weighted round robin of nginx).
   */
  private static Upstream smooth(List<Upstream> servers) {
    int total = servers.stream().mapToInt(Upstream::weight).sum();
    Upstream richest = null;
    double most = Double.NEGATIVE_INFINITY;
    for (Upstream server : servers) {
      double wealth = server.gain(server.weight());
      if (wealth > most) {
        most = wealth;
        richest = server;
      }
    }
    richest.gain(-total);
    return richest;
  }

  /** Among equals by turn, so that the first does not get all while nothing is going on. */
  private Upstream leastBusy(List<Upstream> servers) {
    double least = servers.stream().mapToDouble(Balancer::load).min().orElseThrow();
    List<Upstream> idlest = servers.stream().filter(s -> load(s) <= least).toList();
    return idlest.get(Math.floorMod(turn++, idlest.size()));
  }

  private static double load(Upstream server) {
    return (double) server.inFlight() / server.weight();
  }

  /**
   * Rendezvous hashing (Thaler and Ravishankar, 1996): when a server goes, only its own callers
   * move to others.
   */
  private static Upstream highestScore(List<Upstream> servers, InetAddress caller) {
    return servers.stream()
        .max(Comparator.comparingDouble(server -> score(server, caller)))
        .orElseThrow();
  }

  private static double score(Upstream server, InetAddress caller) {
    long mixed = (server.address().hashCode() * 31L + caller.hashCode()) * 0x9E3779B97F4A7C15L;
    mixed ^= mixed >>> 32;
    mixed *= 0xD6E8FEB86659FD93L;
    mixed ^= mixed >>> 32;
    double unit = ((mixed >>> 11) + 1) * 0x1.0p-53;
    return -server.weight() / Math.log(unit);
  }
}
