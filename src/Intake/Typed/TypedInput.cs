using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Intake.Files;
using Pupitre.Kernel;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Words;
using Pupitre.Recognition.Tables;

namespace Pupitre.Intake.Typed;

/// <summary>What is asked about something that happened.</summary>
public sealed class TypedInput
{
    public string? Commitment { get; set; }

    public string? Month { get; set; }

    /// <summary><c>done</c> or <c>not</c>.</summary>
    public string? Said { get; set; }

    public string? Case { get; set; }

    public string? Activity { get; set; }

    public DateOnly? On { get; set; }

    public TimeOnly? At { get; set; }

    public string? Words { get; set; }

    /// <summary>The person saw what is odd about the date and keeps it.</summary>
    public bool IsConfirmed { get; set; }

    /// <summary>When it happened by what was typed; the day alone is today where none was.</summary>
    /// <exception cref="Refused">No event is dated so, or the day is still to come.</exception>
    internal ProofMoment MomentAt(Instant now, DateTimeZone zone)
    {
        var day = On ?? now.InZone(zone).Date.ToDateOnly();
        if (LocalDate.FromDateOnly(day) < EvidenceTime.Earliest || LocalDate.FromDateOnly(day) >= EvidenceTime.Latest)
        {
            throw new Refused(Texts.Row_TimeOutOfRange, "On");
        }

        var moment = At is { } hour ? ProofMoment.Of(LocalTimes.First(LocalDate.FromDateOnly(day) + LocalTime.FromTimeOnly(hour), zone)) : ProofMoment.Of(day);
        return DayOfWork.IsFuture(moment, now, zone) ? throw new Refused(Texts.Day_Future.With(Moments.Short(day)), "On") : moment;
    }
}
