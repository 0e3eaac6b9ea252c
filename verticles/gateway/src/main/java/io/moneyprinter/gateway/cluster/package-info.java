/** The service-discovery dashboard's side of the API: nodes, their traffic, and all jobs. */
package io.moneyprinter.gateway.cluster;
