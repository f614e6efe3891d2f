using NodaTime;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Deciding.Diagnosis;

/// <summary>What the company answered about a process: the criteria that its map does not know, and the questions before anything is
/// launched.</summary>
public sealed class ProcessDiagnosis : ICompanyOwned, IVersioned
{
    public const int MaxTextLength = 1000;

    private ProcessDiagnosis()
    {
    }

    public Guid ProcessId { get; private init; }

    public Guid CompanyId { get; private init; }

    public long Version { get; private set; }

    /// <summary>Criteria from 1 to 5, as <see cref="CriterionValues"/> writes them.</summary>
    public string Answers { get; private set; } = "";

    /// <summary>Which work exactly, and which not.</summary>
    public string? Reach { get; private set; }

    public string? Why { get; private set; }

    public Objective? Objective { get; private set; }

    public ControlLevel? Control { get; private set; }

    /// <summary>How confidentiality, security and conformity are ensured.</summary>
    public string? Safety { get; private set; }

    /// <summary>How one comes back, or goes step by step, when the company changes.</summary>
    public string? Return { get; private set; }

    public Instant AnsweredAt { get; private set; }

    public Guid? AnsweredBy { get; private set; }

    internal static ProcessDiagnosis Create(Guid processId) => new() { ProcessId = processId };

    internal void Answer(DiagnosisInput input, Instant now, Guid? by)
    {
        Answers = input.Values.ToString();
        (Reach, Why, Safety, Return) = (Blank(input.Reach), Blank(input.Why), Blank(input.Safety), Blank(input.Return));
        (Objective, Control) = (input.Objective, input.Control);
        (AnsweredAt, AnsweredBy) = (now, by);
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().ReplaceLineEndings("\n");
}

/// <summary>What is to be gained.</summary>
public enum Objective
{
    /// <summary>Better or faster work.</summary>
    Performance,

    /// <summary>Cheaper work.</summary>
    Cost,

    /// <summary>Work that goes on when somebody is away, or when there is more of it.</summary>
    Continuity,
}

/// <summary>How much of the control stays in the company, from the least to the most.</summary>
public enum ControlLevel
{
    /// <summary>What comes out is looked at.</summary>
    Results,

    /// <summary>A sample is done again.</summary>
    Sample,

    /// <summary>Each case is validated before it leaves.</summary>
    Validation,

    /// <summary>The work is followed step by step.</summary>
    Steps,
}
