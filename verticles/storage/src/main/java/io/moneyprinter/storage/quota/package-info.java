/** How much a tenant keeps, and may keep. */
package io.moneyprinter.storage.quota;
