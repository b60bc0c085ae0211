package dev.dormouse.connectors.files;

/**
 * A place in a text.
 *
 * @param line from 1
 * @param column from 1; 0 where only the record is known
 */
record Place(long line, long column) {

    static final Place BEGIN = new Place(1, 1);

    /** What is told from here on as if the text began here. */
    Place after(Place told) {
        boolean sameLine = told.line == 1 && told.column > 0;
        return new Place(line + told.line - 1, sameLine ? column + told.column - 1 : told.column);
    }

    Row row(Row told) {
        Place place = after(new Place(told.line(), told.column()));
        return new Row(place.line, place.column, told.finding());
    }
}
