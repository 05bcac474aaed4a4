package org.relais.demo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.BeginEmergency;
import org.relais.access.EmergencyAccess;
import org.relais.access.EmergencyReviews;
import org.relais.access.Notices;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.shared.EmergencyId;

/** Records opened in an emergency, and what colleagues did about it. */
@Component
@ConditionalOnProperty("relais.demonstration")
class EmergencyDeeds {

    private static final int MINUTES = 30;

    private final AccessService access;
    private final EmergencyAccess emergencies;
    private final EmergencyReviews reviews;
    private final Notices notices;

    EmergencyDeeds(AccessService access, EmergencyAccess emergencies, EmergencyReviews reviews, Notices notices) {
        this.access = access;
        this.emergencies = emergencies;
        this.reviews = reviews;
        this.notices = notices;
    }

    void perform(Life life, Deed.OfEmergency deed) {
        switch (deed) {
            case Deed.OpenInEmergency(var reason, var explanation, var sections) -> {
                emergencies.begin(
                        new BeginEmergency(EmergencyId.create(), life.person(), reason, explanation, MINUTES));
                sections.forEach(section -> access.grant(life.person(), section));
            }
            case Deed.ReviewEmergency(var verdict, var comment) -> {
                var scope = access.scope(Section.ADMINISTRATIVE, Purpose.COORDINATION, null);
                reviews.waiting(scope).stream()
                        .filter(waiting -> waiting.person().equals(life.person()))
                        .forEach(waiting -> reviews.review(scope, waiting.id(), verdict, comment));
            }
            case Deed.Acknowledge _ ->
                notices.mine().stream()
                        .filter(notice -> notice.person().equals(life.person()))
                        .forEach(notice -> notices.seen(notice.id()));
        }
    }
}
