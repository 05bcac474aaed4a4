package org.relais.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Sets of sections as one column holds them: names, parted by commas. */
final class Sections {

    private Sections() {}

    static Set<Section> read(String column) {
        return Arrays.stream(column.split(","))
                .map(Section::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Section.class)));
    }

    static String write(Collection<Section> sections) {
        return sections.stream().sorted().map(Section::name).collect(Collectors.joining(","));
    }
}
