package canary;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Wrong: a public entity. Never managed by any persistence unit of the portal. */
@Entity
public class PublicEntity {

    @Id
    private long id;

    long id() {
        return id;
    }
}
