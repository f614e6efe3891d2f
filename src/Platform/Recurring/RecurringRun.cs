using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Platform.Data;
using Pupitre.Platform.Jobs;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Recurring;

/// <summary>One time at which recurring work should have run, and when it did.</summary>
public sealed class RecurringRun : ICompanyOwned
{
    public const int MaxJobLength = 60;
    public const int MaxOccurrenceLength = 20;
    public const int MaxProblemLength = 500;

    /// <summary>Attempts before it is left as failed, until it is due again.</summary>
    public const int MaxAttempts = 5;

    private RecurringRun()
    {
    }

    public Guid CompanyId { get; private init; }

    public string Job { get; private init; } = "";

    /// <summary>The local day and hour at which it was due: what is done for it is done once.</summary>
    public string Occurrence { get; private init; } = "";

    public Instant DueAt { get; private init; }

    public JobState State { get; private set; }

    /// <summary>When the last attempt began.</summary>
    public Instant StartedAt { get; private set; }

    public Instant? EndedAt { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>Times before this one at which the program did not run; this one stands for them.</summary>
    public int Missed { get; private init; }

    /// <summary>While it runs, until when nobody else begins; else when it is tried again.</summary>
    public Instant NextAttemptAt { get; private set; }

    /// <summary>What went wrong the last time.</summary>
    public string? Problem { get; private set; }

    /// <summary>The last time of each kind of work.</summary>
    public static IQueryable<RecurringRun> LatestOf(Db db) => db.Set<RecurringRun>().AsNoTracking()
        .Where(row => !db.Set<RecurringRun>().Any(later => later.Job == row.Job && later.DueAt > row.DueAt));

    /// <summary>Whether it failed and is not tried again before it is due again.</summary>
    public bool HasGivenUp => State == JobState.Failed && Attempts >= MaxAttempts;

    /// <summary>Whether it is to be tried again: it was cut off, or failed and has attempts left.</summary>
    public bool IsToRetry(Instant now) => State != JobState.Done && Attempts < MaxAttempts && NextAttemptAt <= now;
}
