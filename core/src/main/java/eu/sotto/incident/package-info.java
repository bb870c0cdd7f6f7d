/** Breaches of personal data: whom they affect, which clocks run, what was done (Art. 33, 34). */
package eu.sotto.incident;
