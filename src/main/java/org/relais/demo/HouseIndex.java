package org.relais.demo;

import java.util.List;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.centre.Unit;
import org.relais.shared.BedId;
import org.relais.shared.CentreId;
import org.relais.shared.StaffId;
import org.relais.staff.SignInAccounts;

/** The house of the demonstration by the names that the script uses. */
@Component
@ConditionalOnProperty("relais.demonstration")
class HouseIndex {

    private final Centres centres;
    private final SignInAccounts accounts;

    HouseIndex(Centres centres, SignInAccounts accounts, EmbeddedOnly proof) {
        this.centres = centres;
        this.accounts = accounts;
    }

    CentreId centre(String code) {
        return find(code).id();
    }

    Unit unit(Ward ward) {
        return one(
                find(ward.centre()).units().stream()
                        .filter(unit -> unit.name().equals(ward.unit()))
                        .toList(),
                ward.unit());
    }

    BedId bed(Ward ward, String label) {
        return one(
                        unit(ward).beds().stream()
                                .filter(bed -> bed.label().equals(label))
                                .toList(),
                        label)
                .id();
    }

    StaffId staff(String username) {
        return accounts.active(username).orElseThrow().id();
    }

    private Centre find(String code) {
        return one(
                centres.all().stream()
                        .filter(centre -> centre.code().equals(code))
                        .toList(),
                code);
    }

    private static <T> T one(List<T> found, String name) {
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " of " + name);
        }
        return found.getFirst();
    }
}
