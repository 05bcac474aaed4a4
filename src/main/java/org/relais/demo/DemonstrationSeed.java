package org.relais.demo;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

import org.relais.staff.Role;

/** Fills an empty demonstration before anybody can sign in; a filled one is left as it is. */
@Component
@ConditionalOnProperty("relais.demonstration")
class DemonstrationSeed implements ApplicationRunner {

    private final DemonstrationHouse house;

    DemonstrationSeed(DemonstrationHouse house) {
        this.house = house;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        actAs("demonstration", Role.ADMINISTRATOR, () -> {
            if (!house.stands()) {
                house.open();
            }
        });
    }

    /** Acts as a member of staff would after signing in. */
    static void actAs(String username, Role role, Runnable act) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                username, null, AuthorityUtils.createAuthorityList(role.authority())));
        SecurityContextHolder.setContext(context);
        try {
            act.run();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
