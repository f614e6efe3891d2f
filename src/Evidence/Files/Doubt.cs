using Pupitre.Kernel;
using Pupitre.Platform.Words;

namespace Pupitre.Evidence.Files;

/// <summary>What is odd about a file on a due date. Said beside it; it stays a person's choice.</summary>
[Flags]
public enum Doubt
{
    None = 0,

    /// <summary>The file speaks of another period.</summary>
    OtherPeriod = 1,

    /// <summary>It is a paper of another kind than the commitment asks for.</summary>
    OtherKind = 2,

    /// <summary>It comes from another provider than the one of the commitment.</summary>
    OtherProvider = 4,

    /// <summary>What it shows happened before the period began: asked once more before it counts.</summary>
    BeforePeriod = 8,

    /// <summary>It is the statement of an account of which none was accepted before.</summary>
    OtherAccount = 16,
}

/// <summary>Doubts in the reader's words.</summary>
public static class DoubtWords
{
    public static IEnumerable<string> Of(Doubt doubts, EvidenceFile? file)
    {
        if (doubts.HasFlag(Doubt.OtherPeriod))
        {
            yield return file?.Period is { } month ? Texts.Doubt_OtherPeriod.With(Moments.Month(month)) : Texts.Doubt_OtherPeriodUnnamed;
        }

        if (doubts.HasFlag(Doubt.OtherKind))
        {
            yield return file is null ? Texts.Doubt_OtherKindUnnamed : Texts.Doubt_OtherKind.With(EvidenceWords.Of(file.Recognised));
        }

        if (doubts.HasFlag(Doubt.OtherProvider))
        {
            yield return file?.Sender is { } sender ? Texts.Doubt_OtherProvider.With(sender) : Texts.Doubt_OtherProviderUnnamed;
        }

        if (doubts.HasFlag(Doubt.OtherAccount))
        {
            yield return Texts.Doubt_OtherAccount.With(file?.Reference);
        }

        if (doubts.HasFlag(Doubt.BeforePeriod))
        {
            yield return Texts.Doubt_BeforePeriod;
        }
    }
}
