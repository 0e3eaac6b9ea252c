/** Keys that encrypt other keys, and small secrets, at rest: of the settings or in Vault. */
package io.moneyprinter.platform.sealing;
