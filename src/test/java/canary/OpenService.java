package canary;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

import org.relais.shared.PersonId;

/** Wrong: gives a person's data for a role alone, injects a field, reads the machine's clock. */
@Service
@PreAuthorize("isAuthenticated()")
public class OpenService {

    @Autowired
    private java.time.@org.jspecify.annotations.Nullable Clock clock;

    public String name(PersonId person) {
        return person + " " + clock + java.time.Instant.now();
    }
}
