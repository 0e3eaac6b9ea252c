/**
 * What became of jobs and what tenants used, as days and trends: questions to the analytics service
 * and their answers.
 */
package io.moneyprinter.codecs.analytics;
