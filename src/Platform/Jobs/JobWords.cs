using NodaTime;
using Pupitre.Kernel;

namespace Pupitre.Platform.Jobs;

/// <summary>How far a piece of work is, in the reader's words: count, rate and time left.</summary>
public static class JobWords
{
    private const double FewestSeconds = 2;

    public static string Of(JobRun run, Instant now) => run.State switch
    {
        JobState.Waiting => Texts.Jobs_Waiting,
        JobState.Running => Running(run, now),
        JobState.Done => Texts.Jobs_Done,
        JobState.Failed => Texts.Jobs_Failed,
        _ => Texts.Jobs_Interrupted,
    };

    /// <summary>Between 0 and 1; null while the total is not known.</summary>
    public static double? Share(JobRun run) => run.State == JobState.Done ? 1 : run.Total is > 0 ? Math.Clamp((double)run.Done / run.Total.Value, 0, 1) : null;

    private static string Running(JobRun run, Instant now)
    {
        var seconds = run.StartedAt is { } started ? (now - started).TotalSeconds : 0;
        if (run.Total is not > 0)
        {
            return run.Done == 0 ? Texts.Jobs_Running : Texts.Jobs_Count.With(run.Done);
        }

        if (run.Done == 0 || seconds < FewestSeconds)
        {
            return Texts.Jobs_CountOf.With(run.Done, run.Total);
        }

        var rate = run.Done / seconds;
        var left = Left((run.Total.Value - run.Done) / rate);
        return rate < 1 ? Texts.Jobs_CountOfSlow.With(run.Done, run.Total, left) : Texts.Jobs_CountOfLeft.With(run.Done, run.Total, rate, left);
    }

    private static string Left(double seconds) => seconds < 90 ? Texts.Jobs_Seconds.With(Math.Ceiling(seconds)) : Texts.Jobs_Minutes.With(Math.Ceiling(seconds / 60));
}
