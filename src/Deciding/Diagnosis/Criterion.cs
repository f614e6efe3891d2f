namespace Pupitre.Deciding.Diagnosis;

/// <summary>What a process is looked at by. Each is said from 1 to 5; <see cref="Leanings"/> says what it speaks for.</summary>
public enum Criterion
{
    /// <summary>1: nobody would miss it; 5: the company cannot do without it. Asked, never computed.</summary>
    Usefulness,

    /// <summary>1: each case is different; 5: each case goes the same way.</summary>
    Standardisation,

    /// <summary>1: some times a year; 5: many times a day.</summary>
    Frequency,

    /// <summary>1: any company does it alike; 5: it is what customers choose the company for.</summary>
    StrategicValue,

    /// <summary>1: anybody may read it; 5: pay or health.</summary>
    Confidentiality,

    /// <summary>1: anybody learns it in a day; 5: a trade of its own, with rules that change.</summary>
    Expertise,

    /// <summary>1: it changes all the time; 5: it has been the same for years.</summary>
    Stability,

    /// <summary>1: nothing of it is counted; 5: volume, time, errors and their cost are.</summary>
    Measurability,

    /// <summary>5: a target is published; 4: published with a word on what is doubtful; unknown: none is.</summary>
    FormalTarget,

    /// <summary>1: errors cost nearly nothing beside the work; 5: more than half of it.</summary>
    ErrorCost,

    /// <summary>1: three people or more can do it alone; 5: one can, or nobody.</summary>
    Dependency,
}

/// <summary>What can be done with a process that is useful and in order.</summary>
public enum Way
{
    Keep,
    Automate,
    Outsource,
}

/// <summary>What the diagnosis says.</summary>
public enum VerdictKind
{
    /// <summary>Nobody needs it.</summary>
    Drop,

    /// <summary>Something has to be known or mended before anything else makes sense.</summary>
    FixFirst,

    Keep,
    Automate,
    Outsource,

    /// <summary>No way leads by enough.</summary>
    Undecided,
}

/// <summary>What is to be known or mended first.</summary>
public enum FixReason
{
    NoTarget,
    ErrorRateUnknown,
    DependencyUnknown,

    /// <summary>The errors of a year cost more than its work.</summary>
    ErrorsExceedLabour,
}
