package org.relais.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.relais.situation.BudgetLine;
import org.relais.situation.Debt;
import org.relais.situation.NeedAnswer;
import org.relais.situation.NeedDomain;
import org.relais.situation.Occasion;
import org.relais.situation.RightStanding;
import org.relais.situation.StateKind;

/** One thing told of somebody's social situation. */
sealed interface SituationDeed {

    /** @param answers the domains that are rated; the others stay open */
    record RateNeeds(String centre, Occasion occasion, Map<NeedDomain, NeedAnswer> answers) implements SituationDeed {
        public RateNeeds {
            answers = Map.copyOf(answers);
        }
    }

    /** Something was done about an urgent need of the last rating. */
    record MeetNeed(NeedDomain domain, String what) implements SituationDeed {}

    /** A state from a day on. */
    record Stand(String centre, StateKind kind, String code, LocalDate from) implements SituationDeed {}

    /** Several states from a day on, told at once. */
    record StandAs(String centre, Map<StateKind, String> codes, LocalDate from) implements SituationDeed {
        public StandAs {
            codes = Map.copyOf(codes);
        }
    }

    /** The budget of a month. */
    record Count(String centre, List<BudgetLine> lines, List<Debt> debts) implements SituationDeed {
        public Count {
            lines = List.copyOf(lines);
            debts = List.copyOf(debts);
        }
    }

    /** A right that is followed from now on. */
    record Follow(String centre, String kind, RightStanding standing) implements SituationDeed {}

    /** A right of this kind moves on. */
    record Move(String kind, RightStanding standing) implements SituationDeed {}
}
