package io.guanxi.analytics.runs.job;

import io.guanxi.eventing.job.JobTurn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The files of a run, those of earlier stages and those that this one keeps. */
final class KeptFiles implements Analysis.Keeping {

    private final DoingRuns.Files files;
    private final JsonMapper mapper;
    private final JobTurn<RunRequest, RunProgress> turn;
    private final List<RunFile> kept;

    KeptFiles(DoingRuns.Files files, JsonMapper mapper, JobTurn<RunRequest, RunProgress> turn, List<RunFile> before) {
        this.files = files;
        this.mapper = mapper;
        this.turn = turn;
        this.kept = new ArrayList<>(before);
    }

    @Override
    public void result(Object result) {
        try {
            file(RunFile.RESULT, new ByteArrayInputStream(mapper.writeValueAsBytes(result)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void file(String name, InputStream content) throws IOException {
        RunFile file = files.keep(turn.tenant(), turn.id(), name, turn.term(), content);
        kept.removeIf(other -> other.name().equals(name));
        kept.add(file);
    }

    List<RunFile> files() {
        return kept;
    }
}
