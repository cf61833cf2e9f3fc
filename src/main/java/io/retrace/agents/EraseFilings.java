package io.retrace.agents;

import io.retrace.identity.SubjectId;
import io.retrace.identity.spi.PersonalDataStep;
import org.springframework.stereotype.Component;

/** What was filed for a person goes with them: their agent reads from then on what it reads of what never was. */
@Component
class EraseFilings implements PersonalDataStep {

    private final FilingRows rows;

    EraseFilings(FilingRows rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "agent-filings";
    }

    @Override
    public int order() {
        return 250; // who reads goes before whom it reads: it reads requests
    }

    @Override
    public void erase(SubjectId subject) {
        rows.erase(subject);
    }
}
