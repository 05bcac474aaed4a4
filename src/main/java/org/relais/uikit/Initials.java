package org.relais.uikit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import org.relais.shared.Discipline;

/** A name's initials in a circle, coloured and marked by discipline. Hidden from screen readers: the name stands beside it. */
public class Initials extends Span {

    public Initials(String name) {
        this(name, null);
    }

    public Initials(String name, @Nullable Discipline discipline) {
        addClassName("relais-initials");
        getElement().setAttribute("aria-hidden", "true");
        add(new Span(of(name)));
        if (discipline != null) {
            addClassName(DisciplineStyle.className(discipline));
        }
    }

    /** With the discipline's icon at the corner; only meaningful when a discipline was given. */
    public Initials marked(Discipline discipline) {
        var mark = new Span(DisciplineStyle.glyph(discipline).create());
        mark.addClassName("relais-initials-mark");
        addClassNames(DisciplineStyle.className(discipline));
        add(mark);
        return this;
    }

    /** At 40 px, for the head of a page. */
    public Initials large() {
        addClassName("relais-large");
        return this;
    }

    static String of(String name) {
        var words = Arrays.stream(name.strip().split("[\\s]+"))
                .filter(word -> !word.isEmpty() && Character.isLetter(word.codePointAt(0)))
                .toList();
        if (words.isEmpty()) {
            return "–";
        }
        var picked = words.size() == 1 ? words : List.of(words.getFirst(), words.getLast());
        return picked.stream()
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }
}
