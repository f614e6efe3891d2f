#!/usr/bin/env dotnet
#:property PublishAot=false
#:project dev/Dev.csproj

// The one developer command, described in README.md; what it does stands in dev/.
return Pupitre.Dev.Command.Run(args);
