// Apart from the catalogue itself: one object travels, and not a name for each text.
import texts from "./en.json";

export default texts;
