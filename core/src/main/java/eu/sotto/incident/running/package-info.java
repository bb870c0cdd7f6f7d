/** How breaches are documented and searched in a running store. */
package eu.sotto.incident.running;
