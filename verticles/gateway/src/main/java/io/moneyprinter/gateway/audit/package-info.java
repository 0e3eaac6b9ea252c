/** What the gateway tells the auditor, and shows of the audit log. */
package io.moneyprinter.gateway.audit;
