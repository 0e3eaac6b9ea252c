package io.moneyprinter.platform.vault;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds out what kind of engine a path belongs to, the way Vault's own command line does. Where we
 * may not ask, it is taken for key/value, version 2, mounted by one name.
 *
 * @see <a
 *     href="https://developer.hashicorp.com/vault/api-docs/system/internal-ui-mounts">Mounts</a>
 */
final class VaultMounts {
  /**
   * A mounted engine.
   *
   * @param path with a slash at its end
   * @param versioned whether it is key/value, version 2
   */
  record Mount(String path, boolean versioned) {
    /** Where the API has the secret of a path. */
    String read(String secret, Integer version) {
      String below = secret.substring(path.length());
      return versioned
          ? path + "data/" + below + (version == null ? "" : "?version=" + version)
          : secret;
    }
  }

  private final VaultTransport transport;
  private final Map<String, Mount> known = new ConcurrentHashMap<>();

  VaultMounts(VaultTransport transport) {
    this.transport = transport;
  }

  Future<Mount> of(String secret, String token) {
    for (Mount mount : known.values()) {
      if (secret.startsWith(mount.path())) {
        return Future.succeededFuture(mount);
      }
    }
    return transport
        .ask(
            HttpMethod.GET,
            "sys/internal/ui/mounts/" + secret,
            "find the mount of " + secret,
            token,
            /* body */ null)
        .map(answer -> mount(secret, answer.data()))
        .recover(
            cause ->
                cause instanceof ServiceFailure failure && failure.code() == FailureCode.FORBIDDEN
                    ? Future.succeededFuture(presumed(secret))
                    : Future.failedFuture(cause))
        .onSuccess(mount -> known.put(mount.path(), mount));
  }

  private static Mount mount(String secret, JsonObject data) {
    String path = data.getString("path", "");
    if (path.isEmpty() || !secret.startsWith(path)) {
      return presumed(secret);
    }
    JsonObject options = data.getJsonObject("options");
    boolean versioned =
        "kv".equals(data.getString("type"))
            && options != null
            && "2".equals(String.valueOf(options.getValue("version")));
    return new Mount(path, versioned);
  }

  private static Mount presumed(String secret) {
    return new Mount(secret.substring(0, secret.indexOf('/') + 1), true);
  }
}
