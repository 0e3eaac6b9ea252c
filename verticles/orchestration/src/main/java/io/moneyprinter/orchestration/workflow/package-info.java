/**
 * Workflow files: read, checked against the types of the services' messages, and bound to values.
 */
package io.moneyprinter.orchestration.workflow;
