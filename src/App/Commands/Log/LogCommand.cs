using System.CommandLine;

namespace Pupitre.App.Commands.Log;

/// <summary><c>pupitre log</c>: what an event log says of how the work really flows.</summary>
internal static class LogCommand
{
    public static Command Create(Terminal terminal) => new("log", Texts.Log_About)
    {
        LogStatsCommand.Create(terminal),
        LogDfgCommand.Create(terminal),
        LogVariantsCommand.Create(terminal),
        LogDiscoverCommand.Create(terminal),
        LogConformCommand.Create(terminal),
    };
}
