package io.moneyprinter.storage.retention;

import io.moneyprinter.codecs.storage.FileList;
import io.moneyprinter.codecs.storage.NameJobFiles;
import io.moneyprinter.codecs.storage.NameLibraryFiles;
import io.moneyprinter.codecs.storage.StorageMessages;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Asks the services that name files which they still want. Fails when one of them does not answer:
 * nothing may be removed then.
 */
public final class Namers {
  private final EventBus bus;

  public Namers(EventBus bus) {
    this.bus = bus;
  }

  /** The files that a job that has not ended, or a library, names. */
  public Future<Set<String>> named(List<String> keys) {
    return asked(keys, null, null);
  }

  /**
   * The files that a job or the library of the tenant names.
   *
   * @param except id of a job or material that does not count; {@code null} for none
   */
  Future<Set<String>> named(List<String> keys, String tenant, String except) {
    return asked(keys, tenant, except);
  }

  private Future<Set<String>> asked(List<String> keys, String tenant, String except) {
    Future<FileList> jobs =
        StorageMessages.NAMED_BY_JOBS.ask(bus, new NameJobFiles(keys, tenant, except));
    Future<FileList> libraries =
        StorageMessages.NAMED_BY_LIBRARIES.ask(bus, new NameLibraryFiles(keys, tenant, except));
    return Future.all(List.of(jobs, libraries))
        .map(
            all -> {
              Set<String> named = new HashSet<>(jobs.result().keys());
              named.addAll(libraries.result().keys());
              return named;
            });
  }
}
