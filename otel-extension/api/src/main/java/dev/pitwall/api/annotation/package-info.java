/**
 * What calls of a method mean, said at the method itself. Without the extension they mean nothing.
 *
 * <p>Every value is a text in which expressions may stand: <code>${args[0].id}</code> is the id of
 * the first argument, <code>${this.name}</code> of the object, <code>${result.score}</code> of what
 * is returned (in values that are needed only then). A step is a record's component, a public
 * getter or field, a key of a map, or an index. A value that cannot be had is left out, logged once
 * and counted. An empty text is no value.
 *
 * <p>A method that returns a {@link java.util.concurrent.CompletionStage} goes on until that is
 * complete.
 */
@NullMarked
package dev.pitwall.api.annotation;

import org.jspecify.annotations.NullMarked;
