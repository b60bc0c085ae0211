package dev.dormouse.connectors.sac;

import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Problem;
import dev.dormouse.spi.Reaction;

/** One file of an export, by the name under which a person knows it. */
record Export(String name) {

    Problem problem(long line, long column, String what) {
        return new Problem(position(line, column), what);
    }

    ConnectorException wrong(long line, long column, String what) {
        return new ConnectorException(
                SacErrorCode.SAC_WRONG_FORMAT,
                new Reaction.Invalid(),
                position(line, column) + ": " + what + "; export it again");
    }

    private String position(long line, long column) {
        return name + ":" + line + ":" + column;
    }
}
