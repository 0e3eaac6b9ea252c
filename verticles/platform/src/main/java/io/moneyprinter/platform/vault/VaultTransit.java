package io.moneyprinter.platform.vault;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.Base64;

/**
 * Encrypts and decrypts with a named key that never leaves Vault. Ciphertexts name the key's
 * version: {@code vault:v1:…}.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/secret/transit">Transit engine</a>
 */
public final class VaultTransit {
  private final VaultClient vault;
  private final String mount;

  /**
   * @param mount where the engine is mounted, usually {@code transit}
   */
  public VaultTransit(VaultClient vault, String mount) {
    this.vault = vault;
    this.mount = mount;
  }

  /**
   * @param context has to be the same at decryption, and is not secret (associated data); may be
   *     {@code null}
   */
  public Future<String> encrypt(String key, byte[] plain, byte[] context) {
    JsonObject wish = with(context).put("plaintext", Base64.getEncoder().encodeToString(plain));
    return text("encrypt", key, wish, "ciphertext");
  }

  /** The plain bytes; {@code INVALID} when key, context or ciphertext do not belong together. */
  public Future<byte[]> decrypt(String key, String cipher, byte[] context) {
    return text("decrypt", key, with(context).put("ciphertext", cipher), "plaintext")
        .compose(
            plain -> {
              try {
                return Future.succeededFuture(Base64.getDecoder().decode(plain));
              } catch (IllegalArgumentException garbage) {
                return Future.failedFuture(vault.failures().unreadable("decrypt with " + key));
              }
            });
  }

  /** The same under the newest version of the key; nobody sees the plain bytes. */
  public Future<String> rewrap(String key, String cipher, byte[] context) {
    return text("rewrap", key, with(context).put("ciphertext", cipher), "ciphertext");
  }

  private static JsonObject with(byte[] context) {
    JsonObject wish = new JsonObject();
    if (context != null) {
      wish.put("associated_data", Base64.getEncoder().encodeToString(context));
    }
    return wish;
  }

  private Future<String> text(String verb, String key, JsonObject wish, String field) {
    String deed = verb + " with the key " + key;
    return vault
        .ask(HttpMethod.POST, mount + "/" + verb + "/" + key, deed, wish)
        .compose(
            answer -> {
              String text = answer.data().getString(field);
              return text == null
                  ? Future.failedFuture(vault.failures().unreadable(deed))
                  : Future.succeededFuture(text);
            });
  }
}
