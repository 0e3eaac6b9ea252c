package io.moneyprinter.gateway.routes;

import java.util.List;

/**
 * A page of a library.
 *
 * @param cursor to be given with the same search for the next page; {@code null} on the last
 */
record MaterialPage(List<MaterialView> materials, String cursor) {}
