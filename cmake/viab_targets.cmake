# The four shapes of target in this tree. A folder's CMakeLists.txt is one to three lines long.

# viab_add_folder(<folder>): add_subdirectory when the folder has a CMakeLists.txt, nothing otherwise.
function(viab_add_folder folder)
  if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/CMakeLists.txt)
    add_subdirectory(${folder})
  endif()
endfunction()

# All .cpp files of this folder and below, without folders that have a CMakeLists.txt of their own.
function(viab_sources result)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  file(GLOB_RECURSE nested CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*/CMakeLists.txt)
  foreach(file IN LISTS nested)
    get_filename_component(folder ${file} DIRECTORY)
    list(FILTER sources EXCLUDE REGEX "^${folder}/")
  endforeach()
  set(${result} ${sources} PARENT_SCOPE)
endfunction()

# viab_library(<target> [LINKS <target>…] [USES <third party>…])
# A library of all that is in this folder; header-only when there is no .cpp. LINKS is what its headers
# may include, USES what only its .cpp files need. Includes start at server/, for bots at the top.
function(viab_library target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LINKS;USES")
  viab_sources(sources)
  if(sources)
    add_library(${target} STATIC ${sources})
    target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR}/server)
    target_link_libraries(${target} PUBLIC ${arg_LINKS} PRIVATE viab_flags ${arg_USES})
    if(CMAKE_CURRENT_SOURCE_DIR MATCHES "^${PROJECT_SOURCE_DIR}/bots")
      target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR})
    endif()
  else()
    add_library(${target} INTERFACE)
    target_include_directories(${target} INTERFACE ${PROJECT_SOURCE_DIR}/server)
    target_link_libraries(${target} INTERFACE ${arg_LINKS})
  endif()
endfunction()

# viab_program(<target> <source>… [LINKS <target>…]): an executable of the named files.
function(viab_program target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LINKS")
  add_executable(${target} ${arg_UNPARSED_ARGUMENTS})
  target_link_libraries(${target} PRIVATE viab_flags ${arg_LINKS})
endfunction()

# True when every one of the targets exists; says which one is missing otherwise.
function(viab_have_targets result who)
  set(${result} TRUE PARENT_SCOPE)
  foreach(target IN LISTS ARGN)
    if(target MATCHES "^viab_" AND NOT TARGET ${target})
      message(STATUS "${who} is left out: there is no ${target}")
      set(${result} FALSE PARENT_SCOPE)
    endif()
  endforeach()
endfunction()

# viab_test(<folder> [LINKS <target>…])
# One Catch2 program, test_<folder>, of all .cpp files in tests/<folder>; nothing when there are none.
# tests/support is on the include path; RapidCheck is linked.
function(viab_test folder)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LINKS")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.cpp)
  viab_have_targets(complete "tests/${folder}" ${arg_LINKS})
  if(NOT sources OR NOT complete)
    return()
  endif()
  string(REPLACE "/" "_" name ${folder})
  add_executable(test_${name} ${sources})
  target_include_directories(test_${name} PRIVATE
    ${PROJECT_SOURCE_DIR}/server ${PROJECT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/tests)
  target_compile_definitions(test_${name} PRIVATE VIAB_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  target_link_libraries(test_${name} PRIVATE viab_flags ${arg_LINKS} viab_catch_main rapidcheck)
  # Tests are compiled often and run once: light optimisation gives the shorter way to a result.
  target_compile_options(test_${name} PRIVATE -O1)
  set_target_properties(test_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
endfunction()

# viab_fuzz(<name> [LINKS <target>…]): a libFuzzer program, fuzz_<name>, of tests/fuzz/<name>.cpp.
function(viab_fuzz name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LINKS")
  viab_have_targets(complete "tests/fuzz/${name}" ${arg_LINKS})
  if(NOT VIAB_FUZZ OR NOT complete OR NOT EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/${name}.cpp)
    return()
  endif()
  viab_program(fuzz_${name} fuzz/${name}.cpp LINKS ${arg_LINKS})
  target_include_directories(fuzz_${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
  set_target_properties(fuzz_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
endfunction()
