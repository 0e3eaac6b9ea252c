package io.moneyprinter.platform.secrets;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.platform.settings.SecretReference;
import io.moneyprinter.platform.vault.VaultClient;
import io.moneyprinter.platform.vault.VaultSecret;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Secrets of Vault as they were read last. Several fields of one secret cost one question and fit
 * together. What is leased is renewed when two thirds of the lease are over, and read anew when
 * that is refused. Safe to use from any thread.
 */
public final class VaultSecrets {
  private static final Logger LOG = LoggerFactory.getLogger(VaultSecrets.class);
  private static final Duration RETRY = Duration.ofSeconds(5);

  private record Place(String path, Integer version) {}

  private final Vertx vertx;
  private final VaultClient vault;
  private final Map<Place, Future<VaultSecret>> read = new ConcurrentHashMap<>();
  private volatile boolean closed;

  public VaultSecrets(Vertx vertx, VaultClient vault) {
    this.vertx = vertx;
    this.vault = vault;
  }

  /** The value as it was read last; asked for when it never was. */
  public Future<String> value(SecretReference.Vault reference) {
    Place place = new Place(reference.path(), reference.version());
    Future<VaultSecret> secret =
        read.compute(place, (any, known) -> known == null || known.failed() ? fetch(place) : known);
    return secret.compose(found -> field(found, reference));
  }

  private static Future<String> field(VaultSecret secret, SecretReference.Vault reference) {
    String value = secret.fields().get(reference.field());
    return value == null
        ? Future.failedFuture(
            ServiceFailure.notFound(
                "The secret %s in Vault has no field '%s'; it has %s"
                    .formatted(
                        reference.path(),
                        reference.field(),
                        String.join(", ", secret.fields().keySet().stream().sorted().toList()))))
        : Future.succeededFuture(value);
  }

  private Future<VaultSecret> fetch(Place place) {
    return vault.read(place.path(), place.version()).onSuccess(got -> keepAlive(place, got));
  }

  private void keepAlive(Place place, VaultSecret secret) {
    if (secret.leased()) {
      renewAfter(place, secret, secret.lease());
    }
  }

  private void renewAfter(Place place, VaultSecret secret, Duration lease) {
    vertx.setTimer(Math.max(200, lease.toMillis() * 2 / 3), due -> renew(place, secret, lease));
  }

  private void renew(Place place, VaultSecret secret, Duration last) {
    if (closed) {
      return;
    }
    Future<Duration> renewed =
        secret.renewable()
            ? vault.renewLease(secret.leaseId(), secret.lease())
            : Future.failedFuture(new ServiceFailure(FailureCode.INVALID, "not renewable"));
    renewed
        .onSuccess(
            lasts -> {
              // A lease that only gets shorter is near its end for good: read anew in time.
              if (lasts.compareTo(secret.lease().dividedBy(2)) < 0) {
                anew(place);
              } else {
                renewAfter(place, secret, lasts);
              }
            })
        .onFailure(
            cause -> {
              if (passing(cause)) {
                LOG.warn("A lease could not be renewed, trying again: {}", cause.getMessage());
                vertx.setTimer(RETRY.toMillis(), due -> renew(place, secret, last));
              } else {
                anew(place);
              }
            });
  }

  private void anew(Place place) {
    LOG.info("The lease of {} in Vault ended: reading it anew", place.path());
    refresh(place)
        .onFailure(
            cause -> {
              LOG.warn("{} could not be read anew: {}", place.path(), cause.getMessage());
              vertx.setTimer(
                  RETRY.toMillis(),
                  due -> {
                    if (!closed) {
                      anew(place);
                    }
                  });
            });
  }

  private static boolean passing(Throwable cause) {
    return cause instanceof ServiceFailure failure && failure.code().retryable();
  }

  /** Reads again; what was read last stays when that fails. */
  private Future<VaultSecret> refresh(Place place) {
    return fetch(place).onSuccess(got -> read.put(place, Future.succeededFuture(got)));
  }

  /** Reads again what has no lease, and gives the value as it is now. */
  public Future<String> latest(SecretReference.Vault reference) {
    Place place = new Place(reference.path(), reference.version());
    Optional<VaultSecret> known =
        Optional.ofNullable(read.get(place)).filter(Future::succeeded).map(Future::result);
    return known.isPresent() && known.get().leased()
        ? field(known.get(), reference)
        : refresh(place).compose(found -> field(found, reference));
  }

  /** Succeeds when Vault takes our token. */
  public Future<Void> ping() {
    return vault.ping();
  }

  public Future<Void> close() {
    closed = true;
    return vault.close();
  }
}
