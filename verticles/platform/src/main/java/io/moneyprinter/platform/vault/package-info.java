/**
 * A client of HashiCorp Vault's HTTP API, version 1: what is read, leased and encrypted there.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs">HTTP API</a>
 */
package io.moneyprinter.platform.vault;
