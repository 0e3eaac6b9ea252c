/**
 * What was done by whom: records for the audit log, their list, and the check that nobody changed
 * it.
 */
package io.moneyprinter.codecs.audit;
