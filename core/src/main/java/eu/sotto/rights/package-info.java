/** What data subjects can demand, and what they get in answer. */
package eu.sotto.rights;
