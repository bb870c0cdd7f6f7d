/** How records of processing and figures come about in a running store. */
package eu.sotto.accountability.running;
