/** How requests of data subjects are carried out; not exported. */
package eu.sotto.rights.running;
