using Pupitre.App.Commands;

return await CommandLine.RunAsync(args);
