package dev.dormouse.core.workflow;

import dev.dormouse.core.condition.Condition;
import dev.dormouse.core.condition.ConditionException;
import dev.dormouse.core.condition.ConditionException.Fault;
import dev.dormouse.core.yaml.Faults;
import dev.dormouse.core.yaml.Keys;
import dev.dormouse.core.yaml.Yaml.Text;
import org.jspecify.annotations.Nullable;

/** Reads a condition, with its faults at their places in the file. */
final class ConditionReader {

    private final Faults faults;
    private final String file;

    ConditionReader(Faults faults, String file) {
        this.faults = faults;
        this.file = file;
    }

    @Nullable
    Condition find(Keys keys, String key) {
        Text text = keys.findText(key);
        if (text == null) {
            return null;
        }
        try {
            return Condition.parse(text.value());
        } catch (ConditionException refused) {
            Quoted quoted = new Quoted(text, file);
            for (Fault fault : refused.faults()) {
                faults.add(quoted.position(fault.line(), fault.column()), "'" + key + "': " + fault.message());
            }
            return null;
        }
    }
}
