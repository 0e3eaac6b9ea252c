/** How services tell the auditor what was done. */
package io.moneyprinter.platform.audit;
