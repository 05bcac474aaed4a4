package org.relais.record.ui;

import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;

import org.springframework.stereotype.Component;

import org.relais.access.RecordReaders;
import org.relais.centre.Centres;
import org.relais.record.NoteKinds;
import org.relais.record.Notes;
import org.relais.record.page.ComposerType;
import org.relais.record.page.ComposerTypes;

/** One composer type for each kind of note. */
@Component
class NoteComposers implements ComposerTypes {

    // Room for other rooms' types between and before.
    private static final int FIRST = 10;
    private static final int STEP = 10;

    private final Notes notes;
    private final RecordReaders readers;
    private final Centres centres;
    private final Clock clock;

    NoteComposers(Notes notes, RecordReaders readers, Centres centres, Clock clock) {
        this.notes = notes;
        this.readers = readers;
        this.centres = centres;
        this.clock = clock;
    }

    @Override
    public List<ComposerType> all() {
        var kinds = NoteKinds.all();
        return IntStream.range(0, kinds.size())
                .<ComposerType>mapToObj(
                        at -> new NoteComposer(kinds.get(at), FIRST + STEP * at, notes, readers, centres, clock))
                .toList();
    }
}
