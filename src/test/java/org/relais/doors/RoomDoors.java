package org.relais.doors;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.Grant;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.staff.Role;

/** The doors of one room, to be named in the import of {@link Doors}. */
abstract class RoomDoors {

    private final List<Door> rows = new ArrayList<>();
    private final TransactionTemplate transaction;

    RoomDoors(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    final List<Door> rows() {
        return rows;
    }

    final void add(Door door) {
        rows.add(door);
    }

    final void read(String key, Section section, BiFunction<Grant, Fixture, @Nullable Object> call) {
        add(new Door(key, section, Door.Kind.READ, Set.of(), null, (pass, row) -> call.apply((Grant) pass, row)));
    }

    final void readInFull(String key, Section section, BiFunction<Grant, Fixture, @Nullable Object> call) {
        add(new Door(key, section, Door.Kind.FULL_READ, Set.of(), null, (pass, row) -> call.apply((Grant) pass, row)));
    }

    final void write(String key, Section section, BiFunction<Grant, Fixture, @Nullable Object> call) {
        add(new Door(key, section, Door.Kind.WRITE, Set.of(), null, (pass, row) -> call.apply((Grant) pass, row)));
    }

    final void list(String key, Section section, BiFunction<Scope, Fixture, @Nullable Object> call) {
        list(key, section, Door.Kind.LIST, Set.of(), call);
    }

    final void listInFull(String key, Section section, BiFunction<Scope, Fixture, @Nullable Object> call) {
        list(key, section, Door.Kind.FULL_LIST, Set.of(), call);
    }

    final void writingList(String key, Section section, BiFunction<Scope, Fixture, @Nullable Object> call) {
        list(key, section, Door.Kind.WRITING_LIST, Set.of(), call);
    }

    final void permittedList(
            String key, Section section, Set<Role> roles, BiFunction<Scope, Fixture, @Nullable Object> call) {
        list(key, section, Door.Kind.PERMITTED_LIST, roles, call);
    }

    /** For named background tasks only: nobody who signed in may. */
    final void task(String key, BiFunction<Scope, Fixture, @Nullable Object> call) {
        list(key, Section.ADMINISTRATIVE, Door.Kind.TASK, Set.of(), call);
    }

    final void role(String key, Set<Role> roles, java.util.function.Function<Fixture, @Nullable Object> call) {
        add(new Door(key, null, Door.Kind.ROLE, roles, null, (pass, row) -> call.apply(row)));
    }

    /** Runs in a transaction of its own. */
    final <T> @Nullable T within(Supplier<T> act) {
        return transaction.execute(status -> act.get());
    }

    /** Runs and takes back, so that the next try finds the same rows. */
    final @Nullable Object undone(Supplier<?> act) {
        var result = new AtomicReference<@Nullable Object>();
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            result.set(act.get());
        });
        return result.get();
    }

    final @Nullable Object undone(Runnable act) {
        return undone(() -> {
            act.run();
            return "done";
        });
    }

    private void list(
            String key,
            Section section,
            Door.Kind kind,
            Set<Role> roles,
            BiFunction<Scope, Fixture, @Nullable Object> call) {
        add(new Door(key, section, kind, roles, null, (pass, row) -> call.apply((Scope) pass, row)));
    }
}
