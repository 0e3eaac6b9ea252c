/** Short questions to services that the store rests on, such as Vault or CloudFront. */
package io.moneyprinter.storage.remote;
