/** How outcomes are recorded, reviewed and told; not exported. */
package eu.sotto.oversight.running;
