using System.Collections.Immutable;

namespace Pupitre.Deliverables.Fec;

/// <summary>What a check of one accounting file says, its two layers apart.</summary>
/// <param name="File">Name of the file, or of its first part.</param>
/// <param name="Format">Its form.</param>
/// <param name="Official">What the tax office's checker would say.</param>
/// <param name="Controls">What an owner needs to know: FEC-16 (up to date?) first, then by severity, then by rule.</param>
/// <param name="NotRun">Controls that want something that was not given.</param>
/// <param name="Summary">What was read.</param>
/// <param name="Year">The fiscal year, as declared and as seen.</param>
/// <param name="Books">What the lines add up to; empty when the file is refused.</param>
/// <param name="Interim">What changed since the previous file of the same year; null without one.</param>
/// <param name="Opening">Opening balances against the previous year's closing; null without that file.</param>
public sealed record FecReport(
    string File,
    FecFormat Format,
    OfficialReport Official,
    ImmutableArray<ControlFinding> Controls,
    ImmutableArray<ControlNotRun> NotRun,
    FecSummary Summary,
    FecYear Year,
    FecBooks Books,
    InterimComparison? Interim,
    OpeningComparison? Opening)
{
    /// <summary>A finding lists at most so many lines.</summary>
    public const int MostLines = 100;

    /// <summary>Whether the command line says 1: the file does not conform, or a blocking or major control found something.</summary>
    public bool HasFound => Official.Verdict != OfficialVerdict.Conforming || Controls.Any(finding => finding.Severity <= ControlSeverity.Major);

    /// <summary>The short name of a rule, in the reader's language.</summary>
    /// <param name="rule"><c>TCD-01</c> to <c>TCD-17</c>, <c>FEC-01</c> to <c>FEC-17</c>.</param>
    public static string Title(string rule) => FindingWords.Title(rule);
}

/// <summary>What was read.</summary>
/// <param name="Lines">Data lines: neither the header nor empty ones.</param>
/// <param name="Entries">Distinct pairs of journal code and entry number.</param>
/// <param name="Journals">Distinct journal codes.</param>
/// <param name="Accounts">Distinct account numbers.</param>
/// <param name="Debit">Sum of the debits, in euros, exact.</param>
/// <param name="Credit">Sum of the credits, in euros, exact.</param>
/// <param name="From">First entry date; null when no line has one.</param>
/// <param name="To">Last entry date.</param>
public sealed record FecSummary(long Lines, long Entries, int Journals, int Accounts, decimal Debit, decimal Credit, DateOnly? From, DateOnly? To);

/// <summary>The fiscal year that the file is about.</summary>
/// <param name="Opening">First day: given, else twelve months before the closing (up to 24 for a first year, which has no opening balances).</param>
/// <param name="Closing">Last day: given, else that of the file's name; null when neither is known.</param>
/// <param name="IsInterim">Whether the entries stop well before the closing.</param>
/// <param name="AsOf">Last day that the file can be asked about: the day of reception, the closing or the last entry, whichever is first.</param>
public sealed record FecYear(DateOnly? Opening, DateOnly? Closing, bool IsInterim, DateOnly? AsOf);
