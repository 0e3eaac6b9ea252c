/** The auditor: an append-only log whose every record is chained to the one before it. */
package io.moneyprinter.users.audit;
