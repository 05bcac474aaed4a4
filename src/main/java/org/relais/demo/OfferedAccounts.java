package org.relais.demo;

import java.util.Arrays;
import java.util.List;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import org.relais.staff.Role;

/** One account a role, as printed at start and shown beside the sign-in. */
@Component
@ConditionalOnProperty("relais.demonstration")
class OfferedAccounts implements DemonstrationAccounts {

    @Override
    public List<Account> accounts() {
        return Arrays.stream(Role.values())
                .map(Cast::first)
                .map(colleague -> new Account(
                        colleague.username(), colleague.givenName() + " " + colleague.familyName(), colleague.role()))
                .toList();
    }

    /** The word of a role in the launcher, which speaks French. */
    static String word(Role role) {
        return switch (role) {
            case PHYSICIAN -> "médecin";
            case NURSE -> "infirmière";
            case DISPENSING_NURSE -> "infirmière de délivrance";
            case PSYCHOLOGIST -> "psychologue";
            case SOCIAL_WORKER -> "travailleuse sociale";
            case FAMILY_WORKER -> "intervenant familial";
            case PEER_WORKER -> "pair-aidant";
            case COORDINATOR -> "coordinatrice";
            case AUDITOR -> "auditeur";
            case ADMINISTRATOR -> "administrateur";
        };
    }
}
