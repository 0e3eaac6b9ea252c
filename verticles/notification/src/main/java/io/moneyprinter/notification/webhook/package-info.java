/**
 * Telling other systems by HTTP, as Standard Webhooks has it.
 *
 * @see <a
 *     href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">
 *     Standard Webhooks</a>
 */
package io.moneyprinter.notification.webhook;
