/** The command line of Sotto; each subcommand is one class, listed in {@link Sotto}. */
@NullMarked
package eu.sotto.tool;

import org.jspecify.annotations.NullMarked;
