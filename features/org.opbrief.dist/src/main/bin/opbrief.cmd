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
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=3 -XX:+UseSerialGC -XX:NewSize=24m -Xlog:disable -Djava.awt.headless=true %JAVA_OPTS% -cp "%HOME_DIR%\lib\*" org.opbrief.launcher.Main "%HOME_DIR%" "%LOCALAPPDATA%\opbrief\0.1.0" %*
exit /b %ERRORLEVEL%
