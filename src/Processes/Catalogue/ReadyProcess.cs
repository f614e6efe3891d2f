using Pupitre.Processes.Inventory;

namespace Pupitre.Processes.Catalogue;

/// <summary>A text in both languages of the product.</summary>
public readonly record struct BothLanguages(string French, string English)
{
    /// <summary>In the reader's language.</summary>
    public override string ToString() => System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr" ? French : English;
}

/// <summary>A step of a ready process.</summary>
/// <param name="Minutes">A usual duration, to be replaced by one's own.</param>
/// <param name="WaitHours">Hours that usually pass before it.</param>
/// <param name="SharePercent">How many cases of a hundred take it.</param>
public sealed record ReadyStep(BothLanguages Name, BothLanguages Role, int Minutes, int WaitHours, int SharePercent, IReadOnlyList<BothLanguages> DocumentsIn, IReadOnlyList<BothLanguages> DocumentsOut);

/// <summary>What the law wants, and by which text.</summary>
/// <param name="IsSure">Whether the text was read for this; else it is shown as to be checked.</param>
public sealed record LegalDeadline(string Key, BothLanguages Says, string Source, bool IsSure);

/// <summary>A process as small French companies usually run it: to be taken into the map and adapted.</summary>
public sealed record ReadyProcess
{
    /// <summary>What the data remember; never given to another process.</summary>
    public required string Key { get; init; }

    public required Domain Domain { get; init; }

    public required BothLanguages Name { get; init; }

    public required BothLanguages Purpose { get; init; }

    public required BothLanguages Trigger { get; init; }

    public required BothLanguages Result { get; init; }

    /// <summary>Who in the company needs the result.</summary>
    public required BothLanguages Customer { get; init; }

    /// <summary>How often, where it is the same in every company (a closing); null where it is not.</summary>
    public int? Volume { get; init; }

    public required VolumePer Per { get; init; }

    public required Criticality Criticality { get; init; }

    public required SensitiveData Sensitive { get; init; }

    public required IReadOnlyList<ReadyStep> Steps { get; init; }

    /// <summary>What usually goes wrong.</summary>
    public required IReadOnlyList<BothLanguages> Risks { get; init; }

    /// <summary>What keeps it from going wrong.</summary>
    public required IReadOnlyList<BothLanguages> Controls { get; init; }

    public required IReadOnlyList<LegalDeadline> Deadlines { get; init; }

    /// <summary>Numbers of the ready commitments that measure it.</summary>
    public required IReadOnlyList<int> Commitments { get; init; }

    /// <summary>Minutes of a mean unit.</summary>
    public decimal MinutesEach => Steps.Sum(step => step.Minutes * step.SharePercent / 100m);
}
