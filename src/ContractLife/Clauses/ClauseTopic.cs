namespace Pupitre.ContractLife.Clauses;

/// <summary>What a contract about handed-over work should speak of, in the order in which it is read.</summary>
public enum ClauseTopic
{
    /// <summary>What is handed over, and how the work is meant to run.</summary>
    Scope,

    /// <summary>What is promised, and how it is measured.</summary>
    Commitments,

    Reporting,

    /// <summary>What comes back at the end, and in which format.</summary>
    Reversibility,

    DataOwnership,
    AuditRight,

    /// <summary>Whom the provider may ask to do the work.</summary>
    SubProcessing,

    Confidentiality,

    /// <summary>GDPR art. 28(3)(a).</summary>
    GdprInstructions,

    /// <summary>GDPR art. 28(3)(b).</summary>
    GdprConfidentiality,

    /// <summary>GDPR art. 28(3)(c).</summary>
    GdprSecurity,

    /// <summary>GDPR art. 28(3)(d).</summary>
    GdprSubProcessors,

    /// <summary>GDPR art. 28(3)(e).</summary>
    GdprRequests,

    /// <summary>GDPR art. 28(3)(f).</summary>
    GdprAssistance,

    /// <summary>GDPR art. 28(3)(g).</summary>
    GdprReturn,

    /// <summary>GDPR art. 28(3)(h).</summary>
    GdprProof,

    /// <summary>Security and access from elsewhere.</summary>
    Security,

    /// <summary>Price and how it moves.</summary>
    Price,

    /// <summary>Penalties and their cap.</summary>
    Penalties,

    /// <summary>Term, renewal and notice.</summary>
    Term,

    Insurance,
    Jurisdiction,
}

/// <summary>What was found of a clause.</summary>
public enum ClauseState
{
    /// <summary>Nobody has looked yet: neither a clause nor a gap.</summary>
    NotLooked,

    /// <summary>It is there, with its text or its page.</summary>
    Present,

    /// <summary>Something of it is missing, and it is said what.</summary>
    Partial,

    Absent,

    /// <summary>It has no place in this contract, and it is said why.</summary>
    NotApplicable,
}

/// <summary>All clauses, and which states are gaps.</summary>
internal static class ClauseTopics
{
    public const int Count = (int)ClauseTopic.Jurisdiction + 1;

    public static IReadOnlyList<ClauseTopic> All { get; } = Enum.GetValues<ClauseTopic>();

    public static bool IsGap(ClauseState state) => state is ClauseState.Partial or ClauseState.Absent;
}
