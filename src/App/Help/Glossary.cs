using System.Globalization;
using Pupitre.Kernel;

namespace Pupitre.App.Help;

/// <summary>The words of the product, each explained in the reader's language and named in the other one.</summary>
internal static class Glossary
{
    private static readonly CultureInfo _french = CultureInfo.GetCultureInfo("fr");
    private static readonly CultureInfo _english = CultureInfo.GetCultureInfo("en");

    // Terms of Texts: Term_X is the word, Term_X_Text what it means.
    private static readonly string[] _keys =
    [
        "Company", "Provider", "Contract", "Process", "Map", "Pilot", "Referent", "Commitment", "Target", "Paper", "DueDate", "Case", "Prerequisite",
        "Pause", "Calendar", "BusinessDay", "WorkingDay", "CalendarDay", "Notice", "LastDay", "OpenEnded", "Posting", "Evidence", "Attests",
        "WithProof", "Declared", "OnTime", "Late", "Whose", "NoTrace", "Undated", "NotYet", "Waived", "Filled", "Independent", "Base", "Reporting",
        "Expected", "Fec", "Finding", "Lettering", "Flow", "Cible", "Deviation", "Rework", "Handover", "Reversibility", "SelfGrading", "Tunnel",
        "History", "Sample", "BankStatement", "BankRule", "Camt", "Reconciliation", "TrackingSheet",
    ];

    /// <summary>The terms that hold <paramref name="search"/> in either language, by their name; all of them without one.</summary>
    public static IReadOnlyList<GlossaryTerm> Find(string? search)
    {
        var wanted = (search ?? "").Trim().Folded();
        return [.. _keys.Select(Read).Where(term => (term.Name + " " + term.Other + " " + term.Text).Folded().Contains(wanted, StringComparison.Ordinal))
            .OrderBy(term => term.Name, StringComparer.Create(CultureInfo.CurrentUICulture, ignoreCase: true))];
    }

    private static GlossaryTerm Read(string key)
    {
        var isFrench = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr";
        return new GlossaryTerm(key, Say("Term_" + key, isFrench), Say("Term_" + key, !isFrench), isFrench ? "en" : "fr", Say($"Term_{key}_Text", isFrench));
    }

    private static string Say(string key, bool inFrench) => Texts.ResourceManager.GetString(key, inFrench ? _french : _english)!;
}

/// <summary>One word.</summary>
/// <param name="Key">Names it in addresses.</param>
/// <param name="Name">The word in the reader's language.</param>
/// <param name="Other">The word in the other language.</param>
/// <param name="OtherLanguage">That language: fr or en.</param>
/// <param name="Text">What it means.</param>
internal sealed record GlossaryTerm(string Key, string Name, string Other, string OtherLanguage, string Text);
