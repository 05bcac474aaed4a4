package org.relais.episode;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessService;
import org.relais.access.CareRelations;
import org.relais.access.Purpose;
import org.relais.access.RelationKind;
import org.relais.shared.PersonId;
import org.relais.support.House.Place;

/** People as a registration leaves them: known to access, followed by the ward that registered them. */
@TestComponent
class People {

    private final CareRelations relations;
    private final AccessService access;
    private final TransactionTemplate transaction;

    People(CareRelations relations, AccessService access, TransactionTemplate transaction) {
        this.relations = relations;
        this.access = access;
        this.transaction = transaction;
    }

    PersonId registeredAt(Place place) {
        var person = PersonId.create();
        var scope = access.taskScope("test", place.centre(), Purpose.CARE);
        transaction.executeWithoutResult(status -> {
            relations.register(scope, person);
            relations.beginForUnit(scope, person, RelationKind.REGISTRATION, place.centre(), place.ward(), person);
        });
        return person;
    }
}
