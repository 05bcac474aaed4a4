package org.relais.shared;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list read by keyset: its rows, newest or first in order, and whether older rows exist.
 *
 * @param rows the rows of this page
 * @param more whether a further page exists
 */
public record Slice<T>(List<T> rows, boolean more) {

    public Slice {
        rows = List.copyOf(rows);
    }

    /** Cuts one more row than wanted, as read from the database, into a page. */
    public static <T> Slice<T> of(List<T> rowsAndOneMore, int size) {
        var more = rowsAndOneMore.size() > size;
        return new Slice<>(more ? rowsAndOneMore.subList(0, size) : rowsAndOneMore, more);
    }

    public <R> Slice<R> map(Function<? super T, ? extends R> mapping) {
        return new Slice<>(rows.stream().<R>map(mapping).toList(), more);
    }
}
