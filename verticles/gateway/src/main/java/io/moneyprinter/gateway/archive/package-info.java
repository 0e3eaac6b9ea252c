/** Several files handed out as one ZIP, written while it is sent. */
package io.moneyprinter.gateway.archive;
