// The texts of the pages where a team and its organisation are looked after.
import texts from "./desk.nl.json";

export default texts;
