/** Searching through the jobs of all tenants, for operators. */
package io.moneyprinter.orchestration.explore;
