# cmake -D PROGRAM=… -D INTO=… -P documents.cmake: what the program itself writes for those who install it, in INTO as it stands under /usr/share:
# a page of the manual for each command in both languages, completions, the schemas.
function(written file)
  execute_process(COMMAND ${PROGRAM} ${ARGN} OUTPUT_FILE ${INTO}/${file} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

file(REMOVE_RECURSE ${INTO})
file(MAKE_DIRECTORY ${INTO}/man/man1 ${INTO}/man/fr/man1 ${INTO}/bash-completion/completions ${INTO}/zsh/vendor-completions
                    ${INTO}/fish/vendor_completions.d ${INTO}/deploy-plan)
execute_process(COMMAND ${PROGRAM} man --lang en OUTPUT_VARIABLE page COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCHALL "\n\\.BR deploy\\\\-plan\\\\-[a-z]+" others "${page}")
foreach(pair "en:man" "fr:man/fr")
  string(REPLACE ":" ";" pair ${pair})
  list(GET pair 0 language)
  list(GET pair 1 folder)
  written(${folder}/man1/deploy-plan.1 man --lang ${language})
  foreach(other IN LISTS others)
    string(REGEX REPLACE ".*-" "" command ${other})
    written(${folder}/man1/deploy-plan-${command}.1 man ${command} --lang ${language})
  endforeach()
  written(deploy-plan/strategy.${language}.schema.json schema --lang ${language})
endforeach()
written(bash-completion/completions/deploy-plan completions bash --lang en)
written(zsh/vendor-completions/_deploy-plan completions zsh --lang en)
written(fish/vendor_completions.d/deploy-plan.fish completions fish --lang en)

find_program(GZIP gzip)
file(GLOB_RECURSE pages ${INTO}/man/*.1)
execute_process(COMMAND ${GZIP} -9n ${pages} COMMAND_ERROR_IS_FATAL ANY)
