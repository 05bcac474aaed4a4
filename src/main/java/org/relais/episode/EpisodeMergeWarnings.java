package org.relais.episode;

import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.access.Grant;
import org.relais.centre.Centres;
import org.relais.centre.Unit;
import org.relais.person.MergeWarning;
import org.relais.person.MergeWarnings;
import org.relais.shared.PersonId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/**
 * Nobody stays in two places at once: one of two stays that go on is ended before the records are merged. Of two
 * episodes going on in one unit both go on and both show, one of them wants ending.
 */
@Component
class EpisodeMergeWarnings implements MergeWarnings {

    private final JdbcClient jdbc;
    private final Centres centres;

    EpisodeMergeWarnings(JdbcClient jdbc, Centres centres) {
        this.jdbc = jdbc;
        this.centres = centres;
    }

    @Override
    public List<MergeWarning> between(Grant surviving, Grant absorbed) {
        var here = live(surviving);
        var there = live(absorbed);
        var warnings = new ArrayList<MergeWarning>();
        if (here.stream().anyMatch(Live::staying) && there.stream().anyMatch(Live::staying)) {
            warnings.add(MergeWarning.refusing("episode.merge.two-stays"));
        }
        for (var episode : here) {
            if (there.stream().anyMatch(other -> other.unit().equals(episode.unit()))) {
                warnings.add(MergeWarning.of(
                        "episode.merge.one-unit",
                        centres.unit(episode.unit()).map(Unit::name).orElse("")));
            }
        }
        return warnings;
    }

    private List<Live> live(Grant grant) {
        return jdbc.sql("SELECT unit_id, staying FROM episode_episode WHERE person_id IN (:people) AND live")
                .param("people", grant.people().stream().map(PersonId::value).toList())
                .query((row, number) -> new Live(new UnitId(Utc.uuid(row, "unit_id")), row.getBoolean("staying")))
                .list();
    }

    private record Live(UnitId unit, boolean staying) {}
}
