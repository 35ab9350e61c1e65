// What is kept, table by table and column by column, and what it is for: the source of the page
// "Wat bewaart Via B?". A column that is not in it is a defect, and a test finds it.
#pragma once

#include "adapters/sqlite/connection.hpp"
#include "ports/own_data_store.hpp"

#include <vector>

namespace viab::adapters::sqlite {

// Every table of this database, in the order of names.
std::vector<ports::kept_table> read_tables(connection&);

}  // namespace viab::adapters::sqlite
