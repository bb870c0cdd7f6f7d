/**
 * Exchange formats: the register as JSON, a call as vCon, a consent as a record in the terms of DPV
 * and as a receipt, evidence as JSON. No type of a JSON library is part of the API.
 */
package eu.sotto.interchange;
