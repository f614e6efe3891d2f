namespace Pupitre.Kernel.Commitments;

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

    /// <summary>Not kept, and what shows it stands on more than one side's word.</summary>
    Late,

    /// <summary>Late, as the company's own people alone say.</summary>
    LateByCompany,

    /// <summary>Late, as the provider alone says.</summary>
    LateByProvider,

    /// <summary>Due, and nothing shows that it was done or not done.</summary>
    NoTrace,

    /// <summary>Known by its day only, where the hour decides.</summary>
    Imprecise,

    /// <summary>Done, and nothing says whether in time (fait, date inconnue).</summary>
    Undated,

    /// <summary>Due before its commitment was entered here, and nothing placed or said yet (pas encore de preuve).</summary>
    NotYetProven,

    /// <summary>There was nothing to do, as a person says with a reason.</summary>
    Waived,

    /// <summary>Not due yet, paused, or at risk.</summary>
    Open,

    /// <summary>Cancelled, or never begun.</summary>
    Outside,
}

/// <summary>From three outcomes to one standing.</summary>
public static class Standings
{
    /// <summary>
    /// The strongest reading in which the obligation was kept decides; without one, what the events say when all are believed. A
    /// lateness belongs to the side whose word alone shows it.
    /// </summary>
    public static Standing Of(Outcome declared, Outcome evidenced, Outcome proven) => declared switch
    {
        Outcome.Cancelled or Outcome.NotApplicable => Standing.Outside,
        Outcome.Waived => Standing.Waived,
        _ when proven == Outcome.Met => Standing.KeptProven,
        _ when evidenced == Outcome.Met => Standing.KeptByCompany,
        Outcome.Met => Standing.KeptByProvider,
        Outcome.Missed => LateOn(evidenced, proven),
        Outcome.NoTrace or Outcome.NoEvidence => Standing.NoTrace,
        Outcome.Imprecise => Standing.Imprecise,
        Outcome.Undated => Standing.Undated,
        Outcome.NotYetProven => Standing.NotYetProven,
        _ => Standing.Open,
    };

    /// <summary>Whether an obligation of this standing was due, so that a rate may count it.</summary>
    public static bool IsDue(this Standing standing) => standing <= Standing.NoTrace;

    /// <summary>Whether it was kept, on anybody's word.</summary>
    public static bool IsKept(this Standing standing) => standing <= Standing.KeptByProvider;

    /// <summary>Whether it was late, on anybody's word.</summary>
    public static bool IsLate(this Standing standing) => standing is Standing.Late or Standing.LateByCompany or Standing.LateByProvider;

    private static Standing LateOn(Outcome evidenced, Outcome proven) =>
        proven == Outcome.Missed ? Standing.Late : evidenced == Outcome.Missed ? Standing.LateByCompany : Standing.LateByProvider;
}
