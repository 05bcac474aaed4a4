package org.relais.demo;

import java.util.List;

import org.relais.staff.Role;

/** The accounts the demonstration offers at its sign-in, in the order they are printed. */
public interface DemonstrationAccounts {

    List<Account> accounts();

    /**
     * One account.
     *
     * @param username what is typed or chosen at sign-in
     * @param name who it is
     */
    record Account(String username, String name, Role role) {}
}
