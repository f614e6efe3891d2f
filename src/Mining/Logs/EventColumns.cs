namespace Pupitre.Mining;

/// <summary>What a log is made of, grouped by case and in order of time: see <see cref="EventLog"/>.</summary>
internal sealed record EventColumns
{
    public required IReadOnlyList<string> CaseNames { get; init; }

    public required int[] CaseOffsets { get; init; }

    public required int[] Activity { get; init; }

    public required long[] Ticks { get; init; }

    public int[] Transition { get; init; } = [];

    public int[] Resource { get; init; } = [];

    public int[] Party { get; init; } = [];

    public required NameTable Activities { get; init; }

    public NameTable Transitions { get; init; } = new();

    public NameTable Resources { get; init; } = new();

    public NameTable Parties { get; init; } = new();

    public IReadOnlyList<AttributeColumn> Attributes { get; init; } = [];

    public LeftOut LeftOut { get; init; } = new();

    public long OfOtherTransitions { get; init; }

    public long DaysWithoutHour { get; init; }

    public IReadOnlyList<string> Guesses { get; init; } = [];

    /// <summary>What the dates of a CSV prove about the order of day and month; null for other forms.</summary>
    public DayMonthProof? Dates { get; init; }

    /// <summary>Dates were read with the month first, because the whole file proves it.</summary>
    public bool ReadsMonthFirst { get; init; }

    /// <summary>Some bytes were no UTF-8, and read as windows-1252 one by one.</summary>
    public bool HasOtherBytes { get; init; }
}
