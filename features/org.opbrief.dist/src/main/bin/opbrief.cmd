@echo off
rem Starts Opbrief. Reads JAVA_HOME or PATH for Java, JAVA_OPTS for options of it.
setlocal
set "OPBRIEF_COMMAND=%~f0"
for %%i in ("%~dp0..") do set "HOME_DIR=%%~fi"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
    echo opbrief: No Java was found: install Java 17 or later, or set JAVA_HOME. 1>&2
    exit /b 1
)
set "MEMORY_OPTION="
call :command %*
if "%COMMAND%"=="workbench" call :memory
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=3 -XX:+UseSerialGC -XX:NewSize=24m -Xlog:disable -Djava.awt.headless=true %MEMORY_OPTION% %JAVA_OPTS% -cp "%HOME_DIR%\lib\*" org.opbrief.launcher.Main "%HOME_DIR%" "%LOCALAPPDATA%\opbrief\0.1.0" %*
exit /b %ERRORLEVEL%

rem The command: the first argument that is neither an option nor the value of one.
:command
set "COMMAND=%~1"
if not defined COMMAND exit /b
if "%COMMAND%"=="--workspace" shift
if "%COMMAND:~0,1%"=="-" shift & goto command
exit /b

rem What the preferences say, unless Java cannot start with it.
:memory
set "SETTINGS=%LOCALAPPDATA%\opbrief\user\settings.properties"
if not exist "%SETTINGS%" exit /b
set "MEMORY="
set "WRONG="
for /f "usebackq tokens=1,* delims==" %%a in ("%SETTINGS%") do if "%%a"=="memory" (
    set "MEMORY=%%b"
    for /f "delims=0123456789" %%c in ("%%b") do set "WRONG=yes"
)
if not defined MEMORY exit /b
if not defined WRONG if not "%MEMORY:~7%"=="" set "WRONG=yes"
if not defined WRONG if %MEMORY% LSS 256 set "WRONG=yes"
if not defined WRONG "%JAVA%" -Xmx%MEMORY%m -version >nul 2>&1 || set "WRONG=yes"
if defined WRONG (
    echo opbrief: The memory in "%SETTINGS%" is ignored: it is no number of MB, 256 or more, that Java can use; choose another in the preferences, General. 1>&2
    exit /b
)
set "MEMORY_OPTION=-Xmx%MEMORY%m"
exit /b
