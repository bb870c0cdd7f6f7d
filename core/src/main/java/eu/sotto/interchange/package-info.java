/** Exchange formats: the register as JSON. No type of a JSON library is part of the API. */
package eu.sotto.interchange;
