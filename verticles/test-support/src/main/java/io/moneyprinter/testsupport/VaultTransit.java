package io.moneyprinter.testsupport;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;

/** The transit engine of a {@link VaultStub}. */
final class VaultTransit {
  private volatile int keyVersion = 1;

  /** Makes a new version of all keys. */
  synchronized void rotate() {
    keyVersion++;
  }

  /** Stands in for a cipher: the "ciphertext" of the stub only names its version and context. */
  void answer(HttpServerRequest request, String[] path, JsonObject body) {
    String context = body.getString("associated_data", "-");
    String cipher = body.getString("ciphertext", "");
    String[] parts = cipher.split(":");
    if (path[1].equals("encrypt")) {
      String version = "vault:v" + keyVersion + ":";
      VaultReplies.say(
          request, data("ciphertext", version + context + ":" + body.getString("plaintext")));
    } else if (parts.length != 4 || !parts[2].equals(context)) {
      VaultReplies.error(request, 400, "invalid ciphertext: cipher: message authentication failed");
    } else if (path[1].equals("decrypt")) {
      VaultReplies.say(request, data("plaintext", parts[3]));
    } else {
      VaultReplies.say(
          request,
          data("ciphertext", "vault:v" + Math.max(2, keyVersion) + ":" + context + ":" + parts[3]));
    }
  }

  private static JsonObject data(String name, String value) {
    return new JsonObject().put("data", new JsonObject().put(name, value));
  }
}
