/**
 * Methods of the application whose calls mean something: mapped by a file that the operator writes,
 * or by annotations of the API. From the file ({@code MethodsFile}) to entries, from a call and the
 * entries' expressions to what is declared ({@code MappedCalls}).
 */
@NullMarked
package dev.pitwall.agent.methods;

import org.jspecify.annotations.NullMarked;
