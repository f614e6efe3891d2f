using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Pupitre.Recognition.Tracking;

/// <summary>Which title of which sheet fills which commitment, as somebody confirmed it.</summary>
/// <param name="Sheet">Name of the sheet; empty for a text.</param>
/// <param name="CommitmentId">Null: nothing is taken.</param>
public sealed record TitleChoice(string Sheet, string Title, Guid? CommitmentId);

/// <summary>One confirmed reading of a tracking sheet.</summary>
/// <param name="At">When, as an ISO instant.</param>
/// <param name="Year">Year of months that have none, as the person said.</param>
public sealed record TrackingReading(string At, Guid? By, int? Year, IReadOnlyList<TitleChoice> Choices)
{
    public Instant MadeAt => InstantPattern.ExtendedIso.Parse(At).GetValueOrThrow();

    public static TrackingReading Of(Instant at, Guid? by, int? year, IReadOnlyList<TitleChoice> choices) => new(InstantPattern.ExtendedIso.Format(at), by, year, choices);

    public Guid? ChosenFor(string sheet, string title) => Choices.FirstOrDefault(choice => choice.Sheet == sheet && choice.Title == title)?.CommitmentId;

    public bool Knows(string sheet, string title) => Choices.Any(choice => choice.Sheet == sheet && choice.Title == title);
}

/// <summary>All readings of a file, the newest last, as the file keeps them.</summary>
public static class TrackingReadings
{
    /// <summary>Older ones are forgotten: the history keeps that they were.</summary>
    private const int MostKept = 20;

    /// <summary>It is a tracking sheet, and nobody has confirmed how it is read.</summary>
    public const string Nobody = "[]";

    /// <summary>The number of no reading.</summary>
    public const int None = int.MaxValue;

    public static IReadOnlyList<TrackingReading> Of(string? json) => json is null ? [] : JsonSerializer.Deserialize<List<TrackingReading>>(json, JsonSerializerOptions.Web) ?? [];

    public static string With(IReadOnlyList<TrackingReading> known, TrackingReading next) => JsonSerializer.Serialize(known.Append(next).TakeLast(MostKept), JsonSerializerOptions.Web);
}
