using System.CommandLine;

namespace Pupitre.App.Commands.Check;

/// <summary><c>pupitre check</c>: deliverables held against their rules.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal) => new("check", Texts.Check_About) { CheckFecCommand.Create(terminal) };
}
