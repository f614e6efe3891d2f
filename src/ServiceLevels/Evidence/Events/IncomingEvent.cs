namespace Pupitre.ServiceLevels.Evidence.Events;

/// <summary>An event as a file tells it, before it is known whether the source holds it already. Lent: read it before the next one.</summary>
internal sealed class IncomingEvent
{
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
