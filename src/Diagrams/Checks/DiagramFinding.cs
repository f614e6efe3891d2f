namespace Pupitre.Diagrams;

/// <summary>Something to be said of a drawing before it is published.</summary>
/// <param name="Element">Identifier of the element concerned, or null when the whole is.</param>
/// <param name="Line">Line of the file, 0 when the whole is concerned.</param>
/// <param name="Text">What is so, and what to do, in the reader's language.</param>
public sealed record DiagramFinding(FindingRule Rule, FindingWeight Weight, string? Element, int Line, string Text);

/// <summary>What a finding asks for.</summary>
public enum FindingWeight
{
    /// <summary>To be corrected: as it stands, work cannot run as drawn.</summary>
    Correct,

    /// <summary>To be corrected or explained.</summary>
    Explain,

    /// <summary>Good to know.</summary>
    Note,
}

/// <summary>What was looked at.</summary>
public enum FindingRule
{
    Empty,
    Dangling,
    NoStart,
    Unreachable,
    NeverEnds,
    StopsWithoutEnd,
    UselessGateway,
    UnnamedWays,
    UnjoinedWays,
    WaitsForEver,
    NoRole,
    NoName,
    NoDrawing,
    Undrawn,
    Script,
    External,
    UnknownPrefix,
}
