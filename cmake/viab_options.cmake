# What a builder may choose, and the tools that are used when they are present.
option(VIAB_TESTS "Build the tests" OFF)
option(VIAB_BENCH "Build the load generator and the benchmarks" OFF)
option(VIAB_FUZZ "Build the fuzz targets (clang only)" OFF)
option(VIAB_WERROR "Treat warnings as errors" OFF)
set(VIAB_SANITIZE "" CACHE STRING "Sanitizers, for example address,undefined (use clang)")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "Build type" FORCE)
endif()
# Line tables are enough for a readable stack trace and cost little time and space.
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1 -DNDEBUG")

find_program(VIAB_CCACHE ccache)
if(VIAB_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${VIAB_CCACHE})
endif()
find_program(VIAB_MOLD ld.mold)
if(VIAB_MOLD)
  add_link_options(-fuse-ld=mold)
endif()
