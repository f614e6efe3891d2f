using System.Runtime.InteropServices;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;

namespace Pupitre.ServiceLevels.Disputes;

/// <summary>How long one side took to answer what the other contested, in business days: the first answer of each dispute counts.</summary>
/// <param name="Asked">Disputes that it had to answer.</param>
/// <param name="Answered">Those that it answered.</param>
/// <param name="HalfDays">Half of the answers came within so many business days; null without one.</param>
public sealed record AnswerPace(int Asked, int Answered, int? HalfDays)
{
    public static AnswerPace Of(IEnumerable<DisputeRecord> records, Party side, BusinessDays days, DateTimeZone zone)
    {
        var asked = records.Where(record => record.Dispute.Other == side && (record.Answer is not null || record.IsOpen)).ToList();
        var taken = asked.Where(record => record.Answer is not null)
            .Select(record => (long)DisputeWords.DaysBetween(record.Dispute.OpenedAt, record.Answer!.At, days, zone)).Order().ToList();
        return new AnswerPace(asked.Count, taken.Count, Quantile.Of(CollectionsMarshal.AsSpan(taken), Quantile.Half) is { } half
            ? (int)Math.Ceiling(half) : null);
    }

    /// <summary>"Cabinet X : 2 réponses à 3 désaccords, la moitié en 2 jours ouvrés au plus."; null when nothing was asked of it.</summary>
    public string? Said(string name) => Asked == 0 ? null
        : HalfDays == 0 ? Texts.Dispute_PaceSame.With(name, Answered, Asked)
        : HalfDays is { } half ? Texts.Dispute_Pace.With(name, Answered, Asked, DisputeWords.Days(half))
        : Texts.Dispute_PaceNone.With(name, Asked);
}
