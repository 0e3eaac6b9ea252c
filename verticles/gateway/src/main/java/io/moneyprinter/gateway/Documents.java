package io.moneyprinter.gateway;

import io.moneyprinter.gateway.limit.TokenScript;
import io.moneyprinter.gateway.routes.OpenApiRoutes;
import io.moneyprinter.gateway.routes.PageRoutes;
import io.moneyprinter.gateway.routes.SchemaRoutes;

/** What is read from the jar before the door opens. */
record Documents(PageRoutes page, OpenApiRoutes api, SchemaRoutes schemas, TokenScript script) {
  /** Reads them all; blocks shortly. */
  static Documents load() {
    return new Documents(
        PageRoutes.load(), OpenApiRoutes.load(), SchemaRoutes.load(), TokenScript.load());
  }
}
