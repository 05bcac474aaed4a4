package org.relais.demo;

import java.util.List;

/** The accounts the demonstration offers at its sign-in, in the order they are printed. */
public interface DemonstrationAccounts {

    List<Account> accounts();

    /**
     * One account.
     *
     * @param name what is typed or chosen at sign-in
     * @param role the role in French, as printed
     * @param centre the name of the centre
     */
    record Account(String name, String role, String centre) {}
}
