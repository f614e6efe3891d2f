using Pupitre.Kernel;
using Pupitre.Platform.Ledger;

namespace Pupitre.App.History;

/// <summary>Words of the history that the page, the line and the export share.</summary>
internal static class HistoryView
{
    /// <summary>Who acted: a person, somebody whose account is gone, or the program by itself.</summary>
    public static string Who(HistoryRow line) => line.Person ?? (line.ByPerson ? Texts.History_Gone : Texts.History_Program);

    /// <summary>What was done many times in a row.</summary>
    public static string Many(HistoryWords words, HistoryAct act) => words.Many(act.First.Verb, act.Lines.Count) ?? Texts.History_Times.With(words.Verb(act.First.Verb), act.Lines.Count);

    public static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
