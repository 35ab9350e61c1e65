# The flags of our own code: warnings, hardening in release, sanitizers on request.
# They hang on one target, `viab_flags`, that every library, program and test of ours links.
add_library(viab_flags INTERFACE)
target_compile_features(viab_flags INTERFACE cxx_std_20)
target_compile_options(viab_flags INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
# False alarms of g++ 12: std::string's operator+ (its bug 105651), and coroutine frames that Asio
# allocates and frees itself.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(viab_flags INTERFACE -Wno-restrict -Wno-mismatched-new-delete)
endif()
if(VIAB_WERROR)
  target_compile_options(viab_flags INTERFACE -Werror)
endif()

# These two are for everything, also for third-party code that we compile ourselves.
add_compile_options(-fPIE)
add_link_options(-pie)

if(VIAB_SANITIZE)
  add_compile_options(
    -fsanitize=${VIAB_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer -O1)
  add_link_options(-fsanitize=${VIAB_SANITIZE})
elseif(CMAKE_BUILD_TYPE MATCHES "^Rel")
  # The level is taken off first: some distributions define one of their own.
  add_compile_options(-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -fstack-protector-strong)
  add_compile_definitions(_GLIBCXX_ASSERTIONS)
  add_link_options(LINKER:-z,relro,-z,now)
endif()

if(VIAB_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    message(FATAL_ERROR "VIAB_FUZZ needs clang: cmake -DCMAKE_CXX_COMPILER=clang++-16 …")
  endif()
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
