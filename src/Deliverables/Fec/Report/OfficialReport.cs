using System.Collections.Immutable;

namespace Pupitre.Deliverables.Fec;

/// <summary>What the tax office's own checker would answer.</summary>
public enum OfficialVerdict
{
    /// <summary>No finding of class E, O or V, and every legal column is there.</summary>
    Conforming,

    /// <summary>It is read, and does not conform.</summary>
    NonConforming,

    /// <summary>It is not even read: its name or its header is not that of an accounting file.</summary>
    Refused,
}

/// <summary>The classes of the tax office's checker.</summary>
public enum OfficialClass
{
    /// <summary>Non-conformity.</summary>
    E,

    /// <summary>Non-conformity: a column that must exist.</summary>
    O,

    /// <summary>Missing data; non-conforming.</summary>
    V,

    /// <summary>Anomaly; never changes the verdict.</summary>
    A,

    /// <summary>Extra column; never changes the verdict.</summary>
    S,

    /// <summary>Information; never changes the verdict.</summary>
    I,
}

/// <summary>One rule of the official layer that found something.</summary>
/// <param name="Rule"><c>TCD-01</c> to <c>TCD-16</c>.</param>
/// <param name="Class">How serious the tax office's checker takes it to be.</param>
/// <param name="Count">Number of lines concerned; of columns for those about the header; at least 1.</param>
/// <param name="Lines">Physical numbers of the first lines concerned, ascending, at most <see cref="FecReport.MostLines"/>; the header is 1.</param>
/// <param name="Facts">What fills the placeholders of the message.</param>
public sealed record OfficialFinding(string Rule, OfficialClass Class, long Count, ImmutableArray<long> Lines, ImmutableArray<FindingFact> Facts)
{
    /// <summary>What was found, in the reader's language (<see cref="System.Globalization.CultureInfo.CurrentUICulture"/>).</summary>
    public string Message => FindingWords.Message(Rule, Class.ToString(), Count, amount: null, Facts);

    /// <summary>What the rule checks and why, in the reader's language.</summary>
    public string Explanation => FindingWords.Explanation(Rule, Class.ToString());

    /// <summary>The numbers of the records concerned, where several may stand on one physical line (XML); empty where lines are records.</summary>
    public ImmutableArray<long> Records { get; init; } = [];

    /// <summary>Whether the finding keeps the file from conforming.</summary>
    public bool Forbids => Class is OfficialClass.E or OfficialClass.O or OfficialClass.V;
}

/// <summary>The official layer. Structural conformity prejudges neither the regularity nor the probative value of the books.</summary>
/// <param name="Verdict">What the tax office's checker would say.</param>
/// <param name="Findings">In the order of the rules.</param>
public sealed record OfficialReport(OfficialVerdict Verdict, ImmutableArray<OfficialFinding> Findings);
