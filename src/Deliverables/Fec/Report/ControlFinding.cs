using System.Collections.Immutable;

namespace Pupitre.Deliverables.Fec;

/// <summary>How much a control's finding matters to the owner, the worst first.</summary>
public enum ControlSeverity
{
    /// <summary>The books cannot be relied upon as they are.</summary>
    Blocking,

    /// <summary>To be explained before the books are relied upon.</summary>
    Major,

    /// <summary>To be asked about.</summary>
    Minor,

    /// <summary>Worth knowing; normal in a small company's lawful file.</summary>
    Info,
}

/// <summary>One fact that a control found, and the question to ask about it. It accuses nobody.</summary>
/// <param name="Rule"><c>FEC-01</c> to <c>FEC-17</c>.</param>
/// <param name="Variant">Which of the rule's facts: a stable word such as <c>Gap</c>; with the rule it identifies the finding between two checks.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Count">Number of things concerned: entries, accounts, lines or months, as the message says.</param>
/// <param name="Amount">Amount at stake in euros; null where it has no meaning.</param>
/// <param name="Lines">Physical numbers of the first lines concerned, ascending, at most <see cref="FecReport.MostLines"/>.</param>
/// <param name="Facts">What fills the placeholders of the message.</param>
public sealed record ControlFinding(
    string Rule,
    string Variant,
    ControlSeverity Severity,
    long Count,
    decimal? Amount,
    ImmutableArray<long> Lines,
    ImmutableArray<FindingFact> Facts)
{
    /// <summary>The numbers of the records concerned, where several may stand on one physical line (XML); empty where lines are records.</summary>
    public ImmutableArray<long> Records { get; init; } = [];

    /// <summary>The fact, in the reader's language.</summary>
    public string Message => FindingWords.Message(Rule, Variant, Count, Amount, Facts);

    /// <summary>What the control looks at and why, in the reader's language.</summary>
    public string Explanation => FindingWords.Explanation(Rule, Variant);

    /// <summary>The question to ask whoever keeps the books, in the reader's language.</summary>
    public string Question => FindingWords.Question(Rule, Variant, Count);
}

/// <summary>A control, or a part of it, that could not be run for want of something.</summary>
/// <param name="Rule"><c>FEC-01</c> to <c>FEC-17</c>.</param>
/// <param name="Missing">What it wants: a stable word such as <c>PreviousFile</c>.</param>
public sealed record ControlNotRun(string Rule, string Missing)
{
    /// <summary>What it would need, in the reader's language.</summary>
    public string Reason => FindingWords.NotRun(Missing);
}

/// <summary>A value inside a message: a text, a number or a day, written in the reader's own way when the message is read.</summary>
/// <param name="Text">A name or a code, as in the file.</param>
/// <param name="Number">A count, or an amount in euros.</param>
/// <param name="Day">A day.</param>
/// <param name="Word">A word of ours, by its key, translated when the message is read.</param>
public readonly record struct FindingFact(string? Text = null, decimal? Number = null, DateOnly? Day = null, string? Word = null)
{
    /// <summary>A name or a code.</summary>
    public static FindingFact Of(string text) => new(Text: text);

    /// <summary>A count or an amount.</summary>
    public static FindingFact Of(decimal number) => new(Number: number);

    /// <summary>A day.</summary>
    public static FindingFact Of(DateOnly day) => new(Day: day);

    /// <summary>A word of ours.</summary>
    public static FindingFact OfWord(string key) => new(Word: key);
}
