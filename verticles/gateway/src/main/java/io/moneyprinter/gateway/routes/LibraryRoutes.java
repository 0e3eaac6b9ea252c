package io.moneyprinter.gateway.routes;

import io.moneyprinter.gateway.archive.ZipAnswer;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.upload.PartialFiles;
import io.moneyprinter.gateway.upload.UploadGate;
import io.moneyprinter.gateway.upload.UploadHome;
import io.moneyprinter.gateway.upload.UploadPeers;
import io.moneyprinter.platform.service.ServiceScope;
import io.moneyprinter.platform.settings.DataSize;

/** All that concerns a tenant's own pictures, clips and sounds. */
public final class LibraryRoutes {
  private final ServiceScope scope;
  private final UploadHome home;
  private final DataSize reserve;
  private final ZipAnswer archives;

  /**
   * @param home of what is uploaded here
   * @param reserve bytes that stay free on the disk
   * @param archives answers with several files as one
   */
  public LibraryRoutes(ServiceScope scope, UploadHome home, DataSize reserve, ZipAnswer archives) {
    this.scope = scope;
    this.home = home;
    this.reserve = reserve;
    this.archives = archives;
  }

  /** Mounts the routes, and serves what other nodes hand on. */
  public void mount(Api api) {
    PartialFiles bytes = new PartialFiles(scope.vertx(), scope.node().data(), reserve);
    UploadPeers.serve(scope, home, bytes);
    UploadGate gate = new UploadGate(scope.bus(), bytes, home);
    new UploadRoutes(gate).mount(api);
    new MaterialUploadRoute(gate, scope.bus()).mount(api);
    new MaterialCollectionRoutes(scope.bus()).mount(api);
    new MaterialArchiveRoute(scope.bus(), archives).mount(api);
    new MaterialRoutes(scope.vertx(), scope.node().blobs()::local).mount(api);
  }
}
