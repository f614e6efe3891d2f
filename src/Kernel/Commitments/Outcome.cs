namespace Pupitre.Kernel.Commitments;

/// <summary>What became of one obligation (a case of a clock, an occurrence of a schedule) in one reading, as of one instant.</summary>
public enum Outcome : byte
{
    /// <summary>The clock never started.</summary>
    NotApplicable,

    /// <summary>Cancelled after the start and before the stop.</summary>
    Cancelled,

    /// <summary>Done in time.</summary>
    Met,

    /// <summary>Done late, or not done although the due instant has passed.</summary>
    Missed,

    /// <summary>Open, and a pause is open at the as-of instant.</summary>
    Paused,

    /// <summary>Open, and the remaining open time is under the warning threshold.</summary>
    AtRisk,

    /// <summary>Open.</summary>
    Pending,

    /// <summary>Only an event that the reading leaves out would stop it: counted on its own, never as kept.</summary>
    NoEvidence,

    /// <summary>An event is known by its day only, and both ends of that day disagree: counted apart.</summary>
    Imprecise,

    /// <summary>An occurrence whose due instant and grace have passed and for which nothing exists at all: not kept.</summary>
    NoTrace,

    /// <summary>Done, and nothing says whether before or after the due instant (fait, date inconnue): outside of every base.</summary>
    Undated,

    /// <summary>Due before its commitment was entered here, and nobody has placed or said anything yet (pas encore de preuve): outside of every base.</summary>
    NotYetProven,

    /// <summary>A person says, with a reason, that there was nothing to do: outside of every base.</summary>
    Waived,
}

/// <summary>The three kinds of people on whom something can wait.</summary>
public enum Party : byte
{
    Company,
    Provider,
    ThirdParty,
}

/// <summary>Whose delay an obligation that was not kept is.</summary>
public enum Imputation : byte
{
    Provider,
    Company,
    ThirdParty,
    Shared,
    Undetermined,
}
