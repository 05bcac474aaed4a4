package org.relais.person.ui;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.access.Scope;
import org.relais.person.PersonCursor;
import org.relais.person.PersonFilter;
import org.relais.person.PersonRow;
import org.relais.person.PersonService;

/** Gives a grid its pages by number from a list that is read page after page. One per question. */
final class PersonPages {
    private final PersonService people;
    private final Scope scope;
    private final PersonFilter filter;
    private final List<PersonCursor> ends = new ArrayList<>();
    private boolean complete;

    PersonPages(PersonService people, Scope scope, PersonFilter filter) {
        this.people = people;
        this.scope = scope;
        this.filter = filter;
    }

    /** A jump far down reads the pages before it once. */
    List<PersonRow> page(int number, int size) {
        while (ends.size() < number) {
            if (complete) {
                return List.of();
            }
            read(ends.size(), size);
        }
        return read(number, size);
    }

    private List<PersonRow> read(int number, int size) {
        @Nullable PersonCursor after = number == 0 ? null : ends.get(number - 1);
        var slice = people.list(scope, filter, after, size);
        var last = slice.rows().isEmpty() ? null : slice.rows().getLast().cursor();
        if (!slice.more() || last == null) {
            complete = true;
        } else if (ends.size() == number) {
            ends.add(last);
        }
        return slice.rows();
    }
}
