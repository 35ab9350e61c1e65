// The rows of letters that wait to be sent.
#pragma once

#include "adapters/sqlite/writer.hpp"
#include "ports/mail_outbox.hpp"

namespace viab::adapters::sqlite {

bool post_letter(connection&, ports::letter const&, time_point now);
std::vector<ports::due_letter> take_due_letters(write_scope&, time_point now, int most);
void settle_letter(write_scope&, std::int64_t number, ports::letter_end, time_point now);
void put_letter_back(connection&, std::int64_t number, time_point next);
void put_all_letters_back(connection&, time_point now);
int letters_waiting(connection&);
void forget_letters(connection&, time_point before);

}  // namespace viab::adapters::sqlite
