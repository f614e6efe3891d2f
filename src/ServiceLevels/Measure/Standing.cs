using Pupitre.Kernel.Commitments;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>
/// Where an obligation stands once its three readings are laid side by side: kept, and on whose word; not kept; or not to be counted.
/// Exactly one for each obligation, so that the parts of a bar add up to its base.
/// </summary>
public enum Standing
{
    /// <summary>Kept, and what shows it was observed, received from a third party, or confirmed by the other side.</summary>
    KeptProven,

    /// <summary>Kept, and only the company's own people attest it.</summary>
    KeptByCompany,

    /// <summary>Kept, and only the provider attests it.</summary>
    KeptByProvider,

    /// <summary>Not kept.</summary>
    Late,

    /// <summary>Due, and nothing shows that it was done or not done.</summary>
    NoTrace,

    /// <summary>Known by its day only, where the hour decides.</summary>
    Imprecise,

    /// <summary>Not due yet, paused, or at risk.</summary>
    Open,

    /// <summary>Cancelled, or never begun.</summary>
    Outside,
}

/// <summary>From three outcomes to one standing.</summary>
public static class Standings
{
    /// <summary>The strongest reading in which the obligation was kept decides; without one, what the events say when all are believed.</summary>
    public static Standing Of(Outcome declared, Outcome evidenced, Outcome proven)
    {
        if (declared is Outcome.Cancelled or Outcome.NotApplicable)
        {
            return Standing.Outside;
        }

        if (proven == Outcome.Met)
        {
            return Standing.KeptProven;
        }

        if (evidenced == Outcome.Met)
        {
            return Standing.KeptByCompany;
        }

        return declared switch
        {
            Outcome.Met => Standing.KeptByProvider,
            Outcome.Missed => Standing.Late,
            Outcome.NoTrace or Outcome.NoEvidence => Standing.NoTrace,
            Outcome.Imprecise => Standing.Imprecise,
            _ => Standing.Open,
        };
    }

    /// <summary>Whether an obligation of this standing was due, so that a rate may count it.</summary>
    public static bool IsDue(this Standing standing) => standing <= Standing.NoTrace;

    /// <summary>Whether it was kept, on anybody's word.</summary>
    public static bool IsKept(this Standing standing) => standing <= Standing.KeptByProvider;
}
