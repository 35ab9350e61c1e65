# The libraries of others, each under one target name. All of them are Debian packages (setup/).
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(Boost 1.81 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(SQLiteCpp REQUIRED)
find_package(spdlog REQUIRED)
find_package(CLI11 REQUIRED)
find_package(tomlplusplus REQUIRED)
find_package(date REQUIRED)
find_package(CURL 7.85 REQUIRED)
find_package(OpenSSL 3.0 REQUIRED COMPONENTS Crypto)
# Not by find_package: its package file asks for curl, which only its push library needs.
pkg_check_modules(prometheus REQUIRED IMPORTED_TARGET prometheus-cpp-core)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(cjose REQUIRED IMPORTED_TARGET cjose)
pkg_check_modules(qrcodegen REQUIRED IMPORTED_TARGET qrcodegencpp)
pkg_check_modules(ical REQUIRED IMPORTED_TARGET libical)
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc)

# Asio and Beast are compiled once, here, and not again in every unit that includes them. A unit that
# includes Asio links viab_asio, a unit that includes Beast links viab_beast: the definitions must agree.
add_library(viab_asio STATIC ${CMAKE_CURRENT_LIST_DIR}/once/asio.cpp)
target_compile_definitions(viab_asio PUBLIC BOOST_ASIO_SEPARATE_COMPILATION BOOST_ASIO_NO_DEPRECATED)
target_link_libraries(viab_asio PUBLIC Boost::headers Threads::Threads)

add_library(viab_beast STATIC ${CMAKE_CURRENT_LIST_DIR}/once/beast.cpp)
target_compile_definitions(viab_beast PUBLIC BOOST_BEAST_SEPARATE_COMPILATION)
target_link_libraries(viab_beast PUBLIC viab_asio)

if(VIAB_TESTS)
  find_package(Catch2 2.13 REQUIRED)
  find_package(rapidcheck REQUIRED)
  add_library(viab_catch_main STATIC ${CMAKE_CURRENT_LIST_DIR}/once/catch_main.cpp)
  # It runs for milliseconds and takes half a minute to optimise.
  target_compile_options(viab_catch_main PRIVATE -O0 -U_FORTIFY_SOURCE)
  target_link_libraries(viab_catch_main PUBLIC Catch2::Catch2)
endif()
