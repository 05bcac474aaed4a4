package org.relais.staff;

import java.util.Locale;

/** Why a session ended although nobody pressed "sign out" in it. */
public enum SessionEnd {
    /** Nobody did anything for as long as {@link LiveSessions} allows. */
    IDLE,
    /** Signed out in another window, or at the identity provider. */
    SIGNED_OUT,
    /** The provider no longer vouches for the account, or the role was taken away. */
    RIGHTS_ENDED,
    /** The provider could not be asked for too long. */
    PROVIDER_LOST;

    /** Its word in an address and in the keys of the bundles. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
