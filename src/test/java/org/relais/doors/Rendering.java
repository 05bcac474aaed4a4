package org.relais.doors;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Writes out whatever a door gave, however deep it lies: records, collections, refusals with what they carry. */
final class Rendering {

    private final StringBuilder text = new StringBuilder();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private Rendering() {}

    /** All of it, in lower case. */
    static String of(@Nullable Object thing) {
        var rendering = new Rendering();
        rendering.write(thing);
        return rendering.text.toString().toLowerCase(Locale.ROOT);
    }

    private void write(@Nullable Object thing) {
        switch (thing) {
            case null -> text.append("null ");
            case Optional<?> maybe -> write(maybe.orElse(null));
            case Map<?, ?> map ->
                // The order of a map says nothing
                writeSorted(map.entrySet().stream()
                        .map(entry -> of(entry.getKey()) + "=" + of(entry.getValue()))
                        .toList());
            case Set<?> set -> writeSorted(set.stream().map(Rendering::of).toList());
            case Collection<?> many -> {
                text.append('[');
                many.forEach(this::write);
                text.append(']');
            }
            // How late something is changes while the test runs
            case Duration ignored -> text.append("duration ");
            case Enum<?> name -> text.append(name).append(' ');
            case Throwable failure -> {
                text.append(failure.getClass().getSimpleName())
                        .append(' ')
                        .append(failure.getMessage())
                        .append(' ');
                writeFields(failure);
            }
            case Record row -> {
                text.append(row.getClass().getSimpleName()).append('(');
                writeFields(row);
                text.append(") ");
            }
            default -> text.append(thing).append(' ');
        }
    }

    private void writeSorted(Collection<String> parts) {
        text.append('{')
                .append(String.join(" ", parts.stream().sorted().toList()))
                .append('}');
    }

    private void writeFields(Object thing) {
        if (!seen.add(thing)) {
            return;
        }
        for (var field : fields(thing.getClass())) {
            try {
                field.setAccessible(true);
                text.append(field.getName()).append('=');
                write(field.get(thing));
            } catch (IllegalAccessException | InaccessibleObjectException closed) {
                throw new IllegalStateException("Not rendered: " + field, closed);
            }
        }
    }

    // Of a refusal only what the portal itself put into it
    private static List<Field> fields(Class<?> type) {
        var fields = new ArrayList<Field>();
        for (Class<?> one = type; one != null && one.getName().startsWith("org.relais"); one = one.getSuperclass()) {
            for (var field : one.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    fields.add(field);
                }
            }
        }
        return fields;
    }
}
