using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Words;

namespace Pupitre.Evidence.Files;

/// <summary>
/// What a file says of the day of the work, and who says it: a third party's mark first, then the day that a person states, then what
/// is written inside, for what it is worth. Its arrival here only bounds the work from above.
/// </summary>
public static class DayOfWork
{
    /// <param name="stated">The day on which a person says that it was handed over, or null.</param>
    public static (ProofMoment Moment, SourceClass AttestedBy) Of(EvidenceFile file, DateOnly? stated) => file switch
    {
        { ReceiptAt: { } at } => (ProofMoment.Of(at), SourceClass.Receipt),
        { ReceiptOn: { } on } => (ProofMoment.Of(on), SourceClass.Receipt),
        _ when stated is { } day => (ProofMoment.Of(day), SourceClass.Company),
        { StatedInTime: { } word } => (ProofMoment.Of(word), file.AttestedBy),
        _ => (ProofMoment.NoLaterThan(file.ReceivedAt), SourceClass.Observed),
    };

    /// <summary>Refuses a stated day that cannot be: in the future, or after the file was here.</summary>
    /// <exception cref="Refused">The day lies after <paramref name="now"/> or after <paramref name="arrival"/>.</exception>
    public static void Check(DateOnly? stated, Instant? arrival, Instant now, DateTimeZone zone)
    {
        if (stated > Day(now, zone))
        {
            throw new Refused(Texts.Day_Future.With(Moments.Short(stated.Value)), "on");
        }

        if (arrival is { } at && stated > Day(at, zone))
        {
            throw new Refused(Texts.Day_AfterArrival.With(Moments.Short(stated.Value), Moments.Short(at, zone)), "on");
        }
    }

    /// <summary>Whether a moment lies after now: nothing was done then.</summary>
    public static bool IsFuture(ProofMoment moment, Instant now, DateTimeZone zone) => moment.At > now || moment.On > Day(now, zone);

    /// <summary>Whether what is shown happened before <paramref name="first"/>, the first day of a period.</summary>
    public static bool IsBefore(ProofMoment moment, DateOnly first, DateTimeZone zone) => (moment.On ?? Day(moment.At!.Value, zone)) < first;

    private static DateOnly Day(Instant at, DateTimeZone zone) => at.InZone(zone).Date.ToDateOnly();
}
