/** Files that come in over HTTP, on their way to the materials service. */
package io.moneyprinter.gateway.upload;
