package io.moneyprinter.platform.vault;

import io.vertx.core.json.JsonObject;

/**
 * What Vault answered.
 *
 * @param body empty for 204; never printed, because secrets are in it
 */
record VaultAnswer(int status, JsonObject body) {
  JsonObject data() {
    JsonObject data = body.getJsonObject("data");
    return data == null ? new JsonObject() : data;
  }

  @Override
  public String toString() {
    return "VaultAnswer[" + status + "]";
  }
}
