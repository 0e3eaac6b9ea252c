package io.moneyprinter.testsupport;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Passwords that a {@link VaultStub} lends for a time. */
final class VaultLeases {
  private final Set<String> leases = ConcurrentHashMap.newKeySet();
  private final AtomicInteger made = new AtomicInteger();
  private volatile int seconds = 3600;

  /** How long they last, from now on. */
  void last(int limit) {
    seconds = limit;
  }

  void revoke() {
    leases.clear();
  }

  /** Answers with a new password. */
  void password(HttpServerRequest request, String path) {
    int number = made.incrementAndGet();
    String lease = path + "/" + number;
    leases.add(lease);
    VaultReplies.say(
        request, leased(lease).put("data", new JsonObject().put("password", "pw-" + number)));
  }

  void renew(HttpServerRequest request, String lease) {
    if (leases.contains(lease)) {
      VaultReplies.say(request, leased(lease));
    } else {
      VaultReplies.error(request, 400, "lease not found");
    }
  }

  private JsonObject leased(String lease) {
    return new JsonObject()
        .put("lease_id", lease)
        .put("lease_duration", seconds)
        .put("renewable", true);
  }
}
