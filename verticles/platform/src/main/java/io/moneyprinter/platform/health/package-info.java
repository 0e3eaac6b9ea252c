/** How the services of this node are, for load balancers and operators. */
package io.moneyprinter.platform.health;
