namespace Pupitre.Recognition.Tables;

/// <summary>An event as a file tells it, before it is known whether the source holds it already. Lent: read it before the next one.</summary>
public sealed class IncomingEvent
{
    /// <summary>Characters of a name of a case's step, of a transition, a resource or a column: longer ones are refused.</summary>
    public const int MaxWordLength = 500;

    /// <summary>Characters of the name of a case.</summary>
    public const int MaxCaseLength = 200;

    public string Case { get; set; } = "";

    public string Activity { get; set; } = "";

    public string? Transition { get; set; }

    public string? Resource { get; set; }

    /// <summary>Microseconds since 1970; see <see cref="EvidenceTime"/>.</summary>
    public long At { get; set; }

    public bool IsDay { get; set; }

    public int Line { get; set; }

    public List<KeyValuePair<string, string>> Attributes { get; } = [];

    /// <summary>Attributes of the case; they count when the case is new.</summary>
    public List<KeyValuePair<string, string>> CaseAttributes { get; } = [];
}
