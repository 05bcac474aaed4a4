package canary.modules.open;

import canary.modules.closed.inside.Secret;

/** Wrong: reaches into another room. */
public class User {

    private final Secret secret = new Secret();

    public Secret secret() {
        return secret;
    }
}
