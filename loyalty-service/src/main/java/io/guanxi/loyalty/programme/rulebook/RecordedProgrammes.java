package io.guanxi.loyalty.programme.rulebook;

import io.guanxi.loyalty.programme.domain.ProgrammeEvent;
import java.util.List;

/** The events of programmes as they were recorded. */
@FunctionalInterface
interface RecordedProgrammes {

    /**
     * @param first the sequence of the first event that is asked for, from 0
     * @return all events from there on, without gaps; none if there are none yet
     */
    List<ProgrammeEvent> since(String tenant, long first);
}
